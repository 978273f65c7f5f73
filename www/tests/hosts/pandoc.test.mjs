/** The text for Quarto and pandoc, in documents that pandoc writes. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { inCourse } from "../harness/course.mjs";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { shared, snippet } from "../harness/forms.mjs";
import { expectLiving, expectLivingElement } from "../harness/living.mjs";
import { python, tool, unzip } from "../harness/python.mjs";

inEachBrowser(
  "a figure lives in pandoc's HTML, also in one that holds all its resources, and leaves a link in print",
  async ({ open }) => {
    await inCourse(async ({ folder, figures, write, serve }) => {
      const { title, notebook } = shared(figures);
      await write({
        "chapter.md": `# Chapter\n\nWords.\n\n${snippet("quarto", figures)}\n`,
        "element.md": `# Element\n\nWords.\n\n${snippet("element", figures)}\n`,
      });
      for (const more of [[], ["--embed-resources"]]) {
        await pandoc(folder, "chapter.html", ["--standalone", "--metadata=title:Chapter", ...more]);
        const page = await open({ at: serve("."), path: "chapter.html" });
        await expectLiving(page);
        const link = await page.evaluate(linked);
        assert.deepEqual(link, { href: notebook, words: title });
        await pandoc(folder, "element.html", ["--standalone", "--metadata=title:Element", ...more]);
        await expectLivingElement(await open({ at: serve("."), path: "element.html" }));
      }
      await pandoc(folder, "chapter.tex");
      const latex = await readFile(join(folder, "chapter.tex"), "utf8");
      assert.ok(latex.includes(`\\href{${notebook.replace("#", "\\#")}}`), latex);
      assert.ok(!latex.includes("iframe"));
      await pandoc(folder, "chapter.docx");
      await unzip(join(folder, "chapter.docx"), join(folder, "docx"));
      const targets = await readFile(join(folder, "docx/word/_rels/document.xml.rels"), "utf8");
      assert.ok(targets.includes(`Target="${notebook.replaceAll("&", "&amp;")}"`), targets);
    });
  },
  { only: ["Chromium"], needs: [python] },
);

/**
 * Turns a source into a document of the same name, whose ending says its kind.
 * @param {string} folder
 * @param {string} name
 * @param {string[]} [more] further arguments
 */
async function pandoc(folder, name, more = []) {
  const run =
    "import subprocess, sys, pypandoc; subprocess.run([pypandoc.get_pandoc_path(), *sys.argv[1:]], check=True)";
  const words = ["--output", join(folder, name), ...more, join(folder, `${parse(name).name}.md`)];
  await tool("python", ["-c", run, ...words]);
}

/** Runs in the page: the link below the figure. Pandoc breaks lines and curls quotes. */
function linked() {
  const link = document.links[0];
  const words = link?.textContent?.replaceAll(/\s+/g, " ").replaceAll(/[“”]/g, '"');
  return { href: link?.href, words };
}
