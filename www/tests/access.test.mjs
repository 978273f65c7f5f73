/** The page can be used by everyone, on every width. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { inEachBrowser } from "./harness/each-browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

for (const theme of /** @type {const} */ (["light", "dark"])) {
  inEachBrowser(
    `axe finds nothing in the ${theme} theme`,
    async ({ openAlive }) => {
      const page = await openAlive({ theme });
      const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
      assert.equal(dark, theme === "dark");
      const found = await page.evaluate(violations, axe);
      assert.deepEqual(found, []);
    },
    { only: ["Chromium"] },
  );
}

for (const width of [1280, 360, 320]) {
  inEachBrowser(`nothing scrolls sideways at ${width} pixels`, async ({ openAlive }) => {
    const page = await openAlive({ width, height: 740 });
    const { inner, wide } = await page.evaluate(() => ({
      inner: innerWidth,
      wide: document.documentElement.scrollWidth,
    }));
    assert.equal(inner, width);
    assert.ok(wide <= width, `the page is ${wide} pixels wide`);
  });
}

/**
 * Runs in the page; the driver's own evaluation is free of the page's policy.
 * @param {string} source of axe
 */
async function violations(source) {
  // biome-ignore lint/security/noGlobalEval: the source is axe's, from its package
  globalThis.eval(source);
  const { run } = Reflect.get(globalThis, "axe");
  /** @type {import("axe-core").AxeResults} */
  const results = await run(document);
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => node.html.slice(0, 200)),
  }));
}
