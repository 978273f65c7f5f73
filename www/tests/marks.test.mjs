/** The marks of a figure explain themselves and can be moved, by a real pointer and by real keys. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, shown } from "./harness/experiment.mjs";

inEachBrowser("a mark dragged on the figure moves its parameter", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  const from = await centre(page, "value-6");
  // Towards the middle of the axis: the inputs shrink.
  await page.drag(from, { x: from.x - 40, y: from.y });
  const moved = await shown(page);
  assert.ok(moved.value < start.value - 0.2, `from ${start.value} to ${moved.value}`);
  assert.notEqual(moved.pixels, start.pixels);
  const mark = await centre(page, "value-6");
  assert.ok(Math.abs(mark.x - (from.x - 40)) < 2, "the mark is where the pointer left it");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("keys move a mark, and the line below explains it", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  assert.match(await readout(page), /^Point at a mark/);
  const before = await focus(page, "value-6");
  await page.press("ArrowLeft");
  const left = await shown(page);
  assert.ok(left.value < start.value, "the mark at the right moves to the left");
  assert.notEqual(await readout(page), before, "the explanation follows");
  await focus(page, "value-2");
  await page.press("ArrowLeft");
  assert.deepEqual(await shown(page), start, "the mark at the left moves outwards again");
});

inEachBrowser("keys walk among the marks that do not move", async ({ openAlive }) => {
  const page = await openAlive();
  await shown(page);
  const first = await focus(page, "gradient-1");
  await page.press("ArrowRight");
  const second = await readout(page);
  assert.match(second, /gradient of input 2/);
  assert.notEqual(first, second);
  await page.press("End");
  assert.match(await readout(page), /gradient of input 7/);
  await page.press("Escape");
  assert.match(await readout(page), /^Point at a mark/);
});

/**
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} id
 */
function centre(page, id) {
  return page.evaluate((mark) => {
    const target = document.querySelector(`[data-mark="${mark}"]`);
    if (!target) throw new Error(`no mark ${mark}`);
    const { left, top, width, height } = target.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, id);
}

/**
 * Moves the focus to a mark and tells what is then explained.
 *
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} id
 */
async function focus(page, id) {
  await page.evaluate((mark) => {
    const target = document.querySelector(`[data-mark="${mark}"]`);
    if (target instanceof HTMLElement) target.focus();
  }, id);
  return readout(page);
}

/** @param {import("./harness/page.mjs").Page} page */
function readout(page) {
  return page.evaluate(
    (name) => document.querySelector(`${name} .readout`)?.textContent ?? "",
    EXPERIMENT,
  );
}
