/** The text for mdBook, in a chapter and on the page that merges all chapters. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { inCourse } from "../harness/course.mjs";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { shared, snippet } from "../harness/forms.mjs";
import { expectLiving, expectLivingElement } from "../harness/living.mjs";
import { mdbook } from "../harness/mdbook.mjs";

const BOOK = `[book]
title = "Course"
language = "en"

[output.html.print]
enable = true
`;

inEachBrowser(
  "a figure lives in a chapter of mdBook and on the page of all chapters",
  async ({ open }) => {
    await inCourse(async ({ folder, figures, write, serve }) => {
      await write({
        "book.toml": BOOK,
        "src/SUMMARY.md":
          "# Summary\n\n- [Course](course.md)\n  - [Chapter](part/chapter.md)\n  - [Element](part/element.md)\n",
        "src/course.md": "# Course\n\nWords.\n",
        "src/part/chapter.md": `# Chapter\n\nWords.\n\n${snippet("mdbook", figures)}\n\nMore words.\n`,
        "src/part/element.md": `# Element\n\nWords.\n\n${snippet("element", figures)}\n\nMore words.\n`,
      });
      await promisify(execFile)(mdbook(), ["build", folder]);
      const site = serve("book");
      const { title, notebook } = shared(figures);
      for (const path of ["part/chapter.html", "print.html"]) {
        const page = await open({ at: site, path });
        await expectLiving(page);
        assert.ok((await page.evaluate(linked, notebook)).includes(title), path);
      }
      for (const path of ["part/element.html", "print.html"]) {
        await expectLivingElement(await open({ at: site, path }));
      }
    });
  },
  { only: ["Chromium"] },
);

/**
 * Runs in the page: the words of the links that lead to an address.
 * @param {string} address
 */
function linked(address) {
  return [...document.links]
    .filter(({ href }) => href === address)
    .map(({ textContent }) => textContent?.replaceAll(/[“”]/g, '"'));
}
