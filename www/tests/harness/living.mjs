/** Whether a figure in somebody else's page is what the teacher set up, and alive. */
import assert from "node:assert/strict";
import { STATE } from "./forms.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/**
 * Brings the first frame of the page into view, and expects in it the figure of the tests' texts (`snippet`): drawn, as
 * it was set up, and moved by a key.
 * @param {Page} page
 */
export async function expectLiving(page) {
  await page.evaluate(() =>
    document.querySelector("iframe")?.scrollIntoView({ block: "center", behavior: "instant" }),
  );
  const before = await page.evaluateWithin?.(untilAtRest);
  assert.ok(before, "this browser shows nothing of a frame");
  assert.equal(before.layers, STATE["depth-decay.layers"]);
  assert.deepEqual([before.theme, before.lockedHeight], ["dark", 0]);
  await page.press("ArrowRight");
  const after = await page.evaluateWithin?.(untilAtRest);
  assert.ok(Number(after?.layers) > Number(before.layers), `${after?.layers} layers`);
  assert.notEqual(after?.pixels, before.pixels);
}

/** Runs in the frame: waits for the figure to come to rest, tells how it stands, and brings the keys to its slider. */
async function untilAtRest() {
  const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
  const canvas = () => document.querySelector("popgrad-panel[data-alive] canvas");
  const patience = performance.now() + 20_000;
  while (!(canvas() && document.querySelector("popgrad-panel .marks"))) {
    if (performance.now() > patience) throw new Error(`nothing lives in ${location.href}`);
    await pause(20);
  }
  let [pixels, earlier] = [7, 0];
  while (pixels !== earlier) {
    earlier = pixels;
    await pause(200);
    const drawn = canvas();
    if (!(drawn instanceof HTMLCanvasElement)) continue;
    const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext("2d");
    copy?.drawImage(drawn, 0, 0);
    pixels = 7;
    for (const byte of copy?.getImageData(0, 0, drawn.width, drawn.height).data ?? []) {
      pixels = (Math.imul(pixels, 31) + byte) | 0;
    }
  }
  /** @type {HTMLInputElement | null} */
  const slider = document.querySelector("[parameter=layers] input[type=range]");
  slider?.focus();
  const locked = document.querySelector(".controls [parameter=weight]");
  return {
    layers: Reflect.get(document.querySelector("[parameter=layers] input.field") ?? {}, "value"),
    theme: document.documentElement.dataset["theme"],
    lockedHeight: locked?.getBoundingClientRect().height,
    pixels,
  };
}
