/** Figures draw when they are seen, and are right when they come into view. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { shown, slider } from "./harness/experiment.mjs";

inEachBrowser("a figure far away is drawn when it comes into view", async ({ openAlive }) => {
  const page = await openAlive();
  const last = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("popgrad-panel")].at(-1)?.hasAttribute("data-alive"),
    );
  assert.equal(await last(), false);
  await page.evaluate(() => {
    [...document.querySelectorAll("popgrad-panel .picture")].at(-1)?.scrollIntoView();
  });
  await eventually(last);
});

inEachBrowser("a figure that was hidden shows the present state", async ({ openAlive }) => {
  const page = await openAlive();
  await slider(page);
  const start = await shown(page);
  await hide(page, true);
  await page.press("Home");
  await pause(page);
  await hide(page, false);
  await pause(page);
  const later = await shown(page);
  assert.notEqual(later.pixels, start.pixels);
  await page.press("ArrowRight");
  await page.press("Home");
  assert.equal((await shown(page)).pixels, later.pixels);
});

/**
 * @param {import("./harness/page.mjs").Page} page
 * @param {boolean} hidden
 */
function hide(page, hidden) {
  return page.evaluate((value) => {
    const frame = document.querySelector("popgrad-panel figure");
    if (frame instanceof HTMLElement) frame.style.display = value ? "none" : "";
  }, hidden);
}

/** @param {import("./harness/page.mjs").Page} page */
function pause(page) {
  return page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
}

/** @param {() => Promise<unknown>} happened */
async function eventually(happened) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail("it does not happen");
}
