/** The page can be used by everyone, on every width. */
import assert from "node:assert/strict";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";

for (const theme of /** @type {const} */ (["light", "dark"])) {
  inEachBrowser(
    `axe finds nothing in the ${theme} theme`,
    async ({ openAlive }) => {
      const page = await openAlive({ theme });
      const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
      assert.equal(dark, theme === "dark");
      const found = await violations(page);
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
