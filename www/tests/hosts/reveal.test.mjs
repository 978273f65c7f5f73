/** The text for reveal.js, as a slide among others. */
import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inCourse } from "../harness/course.mjs";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { snippet } from "../harness/forms.mjs";
import { expectLiving, expectLivingElement } from "../harness/living.mjs";

const REVEAL = dirname(createRequire(import.meta.url).resolve("reveal.js/reveal.css"));

inEachBrowser(
  "a figure lives on its slide of reveal.js, fits it and keeps its keys to itself",
  async ({ open }) => {
    await inCourse(async ({ folder, figures, write, serve }) => {
      await cp(REVEAL, join(folder, "reveal"), { recursive: true });
      await write({
        "index.html": slides(
          snippet("reveal", figures),
          `<section>${snippet("element", figures)}</section>`,
        ),
      });
      const page = await open({ at: serve("."), path: "index.html" });
      await page.evaluate(untilShown, 0);
      assert.equal(await page.evaluate(() => document.querySelector("iframe")?.src), "");
      await page.press("ArrowRight");
      await page.evaluate(untilShown, 1);
      await expectLiving(page);
      // The slider took the key.
      await page.evaluate(untilShown, 1);
      assert.deepEqual(await page.evaluate(cut), { above: 0, below: 0, left: 0, right: 0 });
      await page.evaluate(() => Reflect.get(globalThis, "Reveal").next());
      await page.evaluate(untilShown, 2);
      await expectLivingElement(page);
      await page.evaluate(untilShown, 2);
    });
  },
  { only: ["Chromium"] },
);

/** @param {string[]} more */
function slides(...more) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Slides</title>
    <link rel="stylesheet" href="reveal/reveal.css">
    <script src="reveal/reveal.js"></script>
  </head>
  <body>
    <div class="reveal"><div class="slides">
      <section><h1>Before</h1></section>
      ${more.join("\n")}
      <section><h1>After</h1></section>
    </div></div>
    <script>Reveal.initialize({ transition: "none" });</script>
  </body>
</html>
`;
}

/**
 * Runs in the page.
 * @param {number} slide
 */
async function untilShown(slide) {
  const patience = performance.now() + 10_000;
  const isShown = () => {
    const reveal = Reflect.get(globalThis, "Reveal");
    return reveal.isReady() && reveal.getIndices().h === slide;
  };
  while (!isShown()) {
    if (performance.now() > patience) throw new Error(`slide ${slide} is not shown`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in the page: by how many pixels the frame stands out of the window. */
function cut() {
  const box = document.querySelector("iframe")?.getBoundingClientRect();
  const over = (/** @type {number} */ pixels) => Math.max(0, Math.round(pixels));
  return {
    above: over(-(box?.top ?? 1000)),
    below: over((box?.bottom ?? 0) - innerHeight),
    left: over(-(box?.left ?? 1000)),
    right: over((box?.right ?? 0) - innerWidth),
  };
}
