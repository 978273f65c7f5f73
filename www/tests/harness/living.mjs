/** Whether a figure in somebody else's page is what the teacher set up, and alive. */
import assert from "node:assert/strict";
import { STATE } from "./forms.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/**
 * Expects in the first frame of the page the figure of the tests' texts (`snippet`): drawn, as it was set up, and moved
 * by a key.
 * @param {Page} page
 */
export async function expectLiving(page) {
  await page.evaluate(bringIntoView, "iframe");
  await expectMoved(page, async () => {
    const shown = await page.evaluateWithin?.(untilAtRest, "");
    assert.ok(shown, "this browser shows nothing of a frame");
    return shown;
  });
}

/**
 * Expects the same of the first element of the page.
 * @param {Page} page
 */
export async function expectLivingElement(page) {
  await page.evaluate(bringIntoView, "popgrad-figure");
  await expectMoved(page, () => page.evaluate(untilAtRest, "popgrad-figure"));
}

/**
 * @param {Page} page
 * @param {() => Promise<Awaited<ReturnType<typeof untilAtRest>>>} look
 */
async function expectMoved(page, look) {
  const before = await look();
  assert.equal(before.layers, STATE["depth-decay.layers"]);
  assert.deepEqual([before.scheme, before.lockedHeight], ["dark", 0]);
  assert.equal(before.letters, "15.9375px", "letters are as large as in the notebook");
  await page.press("ArrowRight");
  const after = await look();
  assert.ok(Number(after.layers) > Number(before.layers), `${after.layers} layers`);
  assert.notEqual(after.pixels, before.pixels);
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function bringIntoView(selector) {
  document.querySelector(selector)?.scrollIntoView({ block: "start", behavior: "instant" });
}

/**
 * Runs where the figure is: waits for it to come to rest, tells how it stands, and brings the keys to its slider.
 * @param {string} element inside of which it is; by itself it is the page
 */
async function untilAtRest(element) {
  const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
  /** @type {() => ParentNode | null | undefined} */
  const root = () => (element ? document.querySelector(element)?.shadowRoot : document);
  const canvas = () => root()?.querySelector("popgrad-panel[data-alive] canvas");
  const patience = performance.now() + 20_000;
  while (!(canvas() && root()?.querySelector("popgrad-panel .marks"))) {
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
  /** @type {HTMLInputElement | null | undefined} */
  const slider = root()?.querySelector("[parameter=layers] input[type=range]");
  slider?.focus();
  const locked = root()?.querySelector(".controls [parameter=weight]");
  return {
    layers: Reflect.get(root()?.querySelector("[parameter=layers] input.field") ?? {}, "value"),
    scheme: getComputedStyle(slider ?? document.body).colorScheme,
    letters: getComputedStyle(slider?.closest("popgrad-slider") ?? document.body).fontSize,
    lockedHeight: locked?.getBoundingClientRect().height,
    pixels,
  };
}
