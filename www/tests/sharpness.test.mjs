/** Every canvas has exactly one pixel for each pixel of the screen. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";

for (const ratio of [1, 1.5, 2, 3]) {
  inEachBrowser(`figures are sharp at ${ratio} device pixels per pixel`, async (bench) => {
    if (!bench.browser.deviceScaleFactors.includes(ratio)) return;
    const page = await bench.openAlive({ width: 800, height: 700, deviceScaleFactor: ratio });
    assert.equal(await page.evaluate(() => devicePixelRatio), ratio);
    await assertSharp(page, ratio);
    const before = await canvases(page);
    await page.resize(620, 700);
    await assertSharp(page, ratio);
    assert.notDeepEqual(await canvases(page), before, "the figures follow the window");
  });
}

/**
 * Waits until the figures have followed the layout.
 * @param {import("./harness/page.mjs").Page} page
 * @param {number} ratio
 */
async function assertSharp(page, ratio) {
  const sizes = await canvases(page);
  assert.ok(sizes.length > 0);
  for (const { width, height, cssWidth, cssHeight } of sizes) {
    assert.equal(width, Math.round(cssWidth * ratio), `${cssWidth} wide`);
    assert.equal(height, Math.round(cssHeight * ratio), `${cssHeight} high`);
  }
}

/** @param {import("./harness/page.mjs").Page} page */
function canvases(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return [...document.querySelectorAll("canvas")].map((canvas) => {
      const box = canvas.getBoundingClientRect();
      return {
        width: canvas.width,
        height: canvas.height,
        cssWidth: box.width,
        cssHeight: box.height,
      };
    });
  });
}
