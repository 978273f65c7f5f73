/** A slider moved by real keys and by a real pointer moves its numbers and its picture. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { shown, slider } from "./harness/experiment.mjs";

inEachBrowser("keys move the slider, the numbers and the picture", async ({ openAlive }) => {
  const page = await openAlive();
  const { minimum, maximum } = await slider(page);
  const step = (maximum - minimum) / 100;
  const start = await shown(page);

  await page.press("ArrowLeft");
  const less = await shown(page);
  // A hundredth of the range, rounded to whole steps.
  assert.ok(Math.abs(less.value - (start.value - step)) < step / 2, `at ${less.value}`);
  assertMoved(start, less);

  await page.press("ArrowRight");
  assert.deepEqual(await shown(page), start, "the way back leads to the same picture");

  await page.press("PageDown");
  const muchLess = await shown(page);
  assert.ok(muchLess.value < start.value - step, `PageDown: ${muchLess.value}`);
  assertMoved(less, muchLess);

  await page.press("PageUp");
  assert.ok((await shown(page)).value > muchLess.value);

  await page.press("Home");
  const least = await shown(page);
  assert.equal(least.value, minimum);
  assertMoved(muchLess, least);

  await page.press("End");
  const most = await shown(page);
  assert.equal(most.value, maximum);
  assertMoved(least, most);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("a pointer moves the slider, the numbers and the picture", async ({ openAlive }) => {
  const page = await openAlive();
  const { left, top, width, height, minimum, maximum } = await slider(page);
  const start = await shown(page);
  const place = (start.value - minimum) / (maximum - minimum);
  const middle = top + height / 2;
  // The thumb's middle stays half a thumb away from both ends.
  const thumb = left + 10 + place * (width - 20);
  await page.drag({ x: thumb, y: middle }, { x: left + width / 4, y: middle });
  const moved = await shown(page);
  const quarter = minimum + (maximum - minimum) / 4;
  assert.ok(Math.abs(moved.value - quarter) < (maximum - minimum) / 20, `at ${moved.value}`);
  assertMoved(start, moved);
  assert.deepEqual(await page.consoleMessages(), []);
});

/**
 * @param {import("./harness/experiment.mjs").Shown} before
 * @param {import("./harness/experiment.mjs").Shown} after
 */
function assertMoved(before, after) {
  for (const part of /** @type {const} */ (["printed", "spoken", "numbers", "pixels"])) {
    assert.notEqual(after[part], before[part], part);
  }
}
