/** The text for MyST and Sphinx, in a book that Sphinx builds. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inCourse } from "../harness/course.mjs";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { shared, snippet } from "../harness/forms.mjs";
import { expectLiving, expectLivingElement } from "../harness/living.mjs";
import { python, tool } from "../harness/python.mjs";

const OPTIONS = { only: ["Chromium"], needs: [python] };

const PAGES = /** @type {const} */ ([
  ["html", "part/chapter.html"],
  ["dirhtml", "part/chapter/"],
]);

inEachBrowser(
  "a figure lives in a page of Sphinx and MyST, and a link to it stands in print",
  async ({ open }) => {
    await inCourse(async ({ folder, figures, write, serve }) => {
      await write({
        "conf.py": 'project = "Course"\nextensions = ["myst_parser"]\nlatex_engine = "lualatex"\n',
        "index.md": "# Course\n\n```{toctree}\npart/chapter\npart/element\n```\n",
        "part/chapter.md": `# Chapter\n\nWords.\n\n${snippet("myst", figures)}\n\nMore words.\n`,
        "part/element.md": `# Element\n\n\`\`\`{raw} html\n${snippet("element", figures)}\n\`\`\`\n`,
      });
      for (const [builder, path] of PAGES) {
        await sphinx(folder, builder);
        const site = serve(`_${builder}`);
        const page = await open({ at: site, path });
        await expectLiving(page);
        const { title, notebook } = shared(figures);
        assert.equal(await page.evaluate(() => document.querySelector("iframe")?.title), title);
        const links = await page.evaluate(() => [...document.links].map(({ href }) => href));
        assert.ok(!links.includes(notebook), "the page shows the figure and no link instead");
        await expectLivingElement(
          await open({ at: site, path: path.replace("chapter", "element") }),
        );
      }
      await sphinx(folder, "latex");
      const latex = await readFile(join(folder, "_latex/course.tex"), "utf8");
      const link = shared(figures).notebook.replaceAll(/[&#_]/g, "\\$&");
      assert.ok(latex.includes(`\\sphinxhref{${link}}`), latex.slice(latex.indexOf("Words.")));
      assert.ok(!latex.includes("iframe"));
    });
  },
  OPTIONS,
);

inEachBrowser(
  "the picture with a link in Markdown is drawn and leads to the notebook",
  async ({ open }) => {
    await inCourse(async ({ folder, figures, write, serve }) => {
      await write({
        "conf.py": 'project = "Course"\nextensions = ["myst_parser"]\n',
        "index.md": `# Course\n\n${snippet("picture-markdown", figures)}\n`,
      });
      await sphinx(folder, "html");
      const page = await open({ at: serve("_html"), path: "index.html" });
      const { title, notebook } = shared(figures);
      assert.deepEqual(await page.evaluate(pictured), { alt: title, href: notebook, wide: 720 });
    });
  },
  OPTIONS,
);

/**
 * Builds the book into `_<builder>`; a warning is an error.
 * @param {string} folder
 * @param {string} builder
 */
function sphinx(folder, builder) {
  const words = ["--quiet", "--fail-on-warning", "--builder", builder];
  return tool("sphinx-build", [...words, folder, join(folder, `_${builder}`)]);
}

/** Runs in the page. */
async function pictured() {
  const image = document.querySelector("img");
  await image?.decode();
  return { alt: image?.alt, href: image?.closest("a")?.href, wide: image?.naturalWidth };
}
