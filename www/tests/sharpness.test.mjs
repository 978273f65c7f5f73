/** Every canvas in view has exactly one pixel for each pixel of the screen. */
import assert from "node:assert/strict";
import { BROWSERS } from "./harness/browsers/all.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";

for (const ratio of [1, 1.5, 2, 3]) {
  const able = BROWSERS.filter(({ deviceScaleFactors }) => deviceScaleFactors.includes(ratio));
  const only = able.map(({ name }) => name);
  const title = `figures are sharp at ${ratio} device pixels per pixel`;
  const body = async (/** @type {import("./harness/each-browser.mjs").Bench} */ { openAlive }) => {
    const page = await openAlive({ width: 800, height: 700, deviceScaleFactor: ratio });
    assert.equal(await page.evaluate(() => devicePixelRatio), ratio);
    await assertSharp(page, ratio);
    const before = await page.evaluate(() => document.querySelector("canvas")?.width);
    await page.resize(620, 700);
    await assertSharp(page, ratio, before);
  };
  inEachBrowser(title, body, { only });
}

inEachBrowser(
  "figures stay sharp when the page is zoomed",
  async ({ openAlive }) => {
    const page = await openAlive({ width: 1280, height: 800, deviceScaleFactor: 1 });
    for (const zoom of [2, 0.5, 1.25, 1]) {
      await page.resize(1280, 800, zoom);
      await assertSharp(page, zoom);
    }
  },
  { only: ["Chromium"] },
);

/**
 * Checks every canvas, once they have followed the layout.
 * @param {import("./harness/page.mjs").Page} page
 * @param {number} ratio
 * @param {number} [before] the width of the first canvas before the layout changed
 */
async function assertSharp(page, ratio, before = 0) {
  const sizes = await page.evaluate(canvases, ratio, before);
  assert.ok(sizes.length > 0);
  assert.notEqual(sizes[0]?.width, before, "the figures follow the window");
  for (const { width, height, cssWidth, cssHeight } of sizes) {
    assert.equal(width, Math.round(cssWidth * ratio), `${cssWidth} wide`);
    assert.equal(height, Math.round(cssHeight * ratio), `${cssHeight} high`);
  }
}

/**
 * Runs in the page: the sizes of the canvases in view, as soon as they are as wanted, else after a while.
 * @param {number} ratio
 * @param {number} before
 */
async function canvases(ratio, before) {
  const read = () =>
    [...document.querySelectorAll("canvas")].flatMap((canvas) => {
      const { width: cssWidth, height: cssHeight, top, bottom } = canvas.getBoundingClientRect();
      const sizes = { width: canvas.width, height: canvas.height, cssWidth, cssHeight };
      return top < innerHeight && bottom > 0 ? [sizes] : [];
    });
  const wanted = () =>
    read().every(
      ({ width, cssWidth }) => width !== before && width === Math.round(cssWidth * ratio),
    );
  const patience = performance.now() + 10_000;
  while (!wanted() && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return read();
}
