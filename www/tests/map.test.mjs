/** The map of runs: a place is chosen by a click, enlarged by keys to where the numbers of the machine end. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";

const PAGE = "figure/training-stability-map.html";

inEachBrowser(
  "a map of runs is enlarged by keys until the numbers end, and is the same again on the way back",
  async ({ open }) => {
    const page = await open({ path: PAGE });
    const whole = await page.evaluate(untilComputed, "0");
    await page.evaluate(focusSlider, "zoom");
    await page.press("End");
    const smallest = await page.evaluate(untilComputed, "48");
    assert.notEqual(smallest.pixels, whole.pixels);
    await page.press("Home");
    const again = await page.evaluate(untilComputed, "0");
    assert.deepEqual(again, whole);
    assert.deepEqual((await page.consoleMessages()) ?? [], []);
  },
);

inEachBrowser(
  "a click in the map shows the run of that place",
  async ({ open }) => {
    const page = await open({ path: PAGE });
    const before = await page.evaluate(untilComputed, "0");
    const { left, top, width, height } = await page.evaluate(mapBox);
    const place = { x: left + width * 0.2, y: top + height * 0.3 };
    await page.drag(place, place);
    const after = await page.evaluate(untilComputed, "0");
    assert.notEqual(after.steps.join(), before.steps.join());
    assert.notEqual(after.numbers, before.numbers);
  },
  { only: ["Chromium"] },
);

/**
 * Runs in the page: waits until the map is computed at a zoom, and tells what is shown.
 * @param {string} zoom
 */
async function untilComputed(zoom) {
  const value = (/** @type {string} */ parameter) =>
    Reflect.get(
      document.querySelector(`.controls [parameter=${parameter}] input.field`) ?? {},
      "value",
    );
  const patience = performance.now() + 60_000;
  const isDone = () =>
    value("zoom") === zoom &&
    document.querySelector("popgrad-panel[data-alive] .marks") !== null &&
    document.querySelector(".computing:not([hidden])") === null;
  for (let calm = 0; calm < 20; calm = isDone() ? calm + 1 : 0) {
    if (performance.now() > patience) throw new Error(`the map at zoom ${zoom} is not computed`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  document.querySelector("details.data")?.setAttribute("open", "");
  await new Promise((resolve) => setTimeout(resolve, 400));
  const canvas = document.querySelector("canvas");
  if (canvas === null) throw new Error("there is no map");
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext("2d", { willReadFrequently: true });
  context?.drawImage(canvas, 0, 0);
  let pixels = 7;
  for (const byte of context?.getImageData(0, 0, copy.width, copy.height).data ?? []) {
    pixels = (Math.imul(pixels, 31) + byte) | 0;
  }
  return {
    pixels,
    steps: ["hidden-step", "output-step"].map(value),
    numbers: document.querySelector("details.data")?.textContent ?? "",
  };
}

/**
 * Runs in the page.
 * @param {string} parameter
 */
function focusSlider(parameter) {
  /** @type {HTMLInputElement | null} */
  const input = document.querySelector(`[parameter=${parameter}] input[type=range]`);
  input?.focus();
}

/** Runs in the page: where the map is on the screen. */
function mapBox() {
  const canvas = document.querySelector("canvas");
  canvas?.scrollIntoView({ block: "start" });
  const { left = 0, top = 0, width = 0, height = 0 } = canvas?.getBoundingClientRect() ?? {};
  // The map is the first panel of two side by side.
  return { left, top, width: width / 2, height };
}
