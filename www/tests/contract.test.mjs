/** What every figure and control keeps: marks that follow, targets large enough, paper, zoom, fingers. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { shown, slider } from "./harness/experiment.mjs";

/** How far a mark is dragged, in CSS pixels. */
const WAY = 24;

const only = ["Chromium"];

inEachBrowser(
  "every mark that moves follows the pointer, also on logarithmic axes",
  async ({ openAlive }) => {
    const page = await openAlive();
    const figures = await page.evaluate(() => document.querySelectorAll("popgrad-panel").length);
    let dragged = 0;
    for (let figure = 0; figure < figures; figure += 1) {
      for (const { id, along } of await page.evaluate(movable, figure)) {
        const from = await page.evaluate(placeOf, figure, id, true);
        assert.ok(from, `${id} of figure ${figure} stands somewhere`);
        const across = along === "y" ? 0 : from.room.x;
        const down = along === "x" ? 0 : from.room.y;
        await page.drag(from, { x: from.x + across * WAY, y: from.y + down * WAY });
        const to = await page.evaluate(placeOf, figure, id, false);
        assert.ok(to, `${id} of figure ${figure} is still there`);
        const way = across * (to.x - from.x) + down * (to.y - from.y);
        assert.ok(
          way > WAY / 3,
          `${id} of figure ${figure} went ${Math.round(way)} of ${WAY} pixels`,
        );
        dragged += 1;
      }
    }
    assert.ok(dragged >= figures, `${dragged} marks in ${figures} figures`);
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { only, patience: 240_000 },
);

inEachBrowser(
  "what is pressed or moved is at least 24 pixels large",
  async ({ openAlive }) => {
    const page = await openAlive({ width: 360, height: 740 });
    assert.deepEqual(await page.evaluate(smallTargets), []);
  },
  { only },
);

inEachBrowser(
  "a finger's tap explains a mark, and the words stay",
  async ({ openAlive }) => {
    const page = await openAlive({ width: 360, height: 740 });
    const mark = (await page.evaluate(movable, 0))[0];
    const at = await page.evaluate(placeOf, 0, mark?.id ?? "", true);
    assert.ok(at);
    const words = () => page.evaluate(() => document.querySelector(".readout")?.textContent ?? "");
    assert.match(await words(), /^Point at a mark/);
    await page.tap?.(at);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.doesNotMatch(await words(), /^Point at a mark/);
  },
  { only },
);

inEachBrowser(
  "paper shows every figure, in its present state",
  async ({ openAlive }) => {
    const page = await openAlive();
    await page.print?.(true);
    const { figures, alive } = await page.evaluate(untilAllAreDrawn);
    assert.equal(alive, figures);
    const before = await page.evaluate(pictures, 1);
    await page.print?.(false);
    // Out of view, and out of mind until the page is printed.
    await page.evaluate(moveFar, 1);
    await page.print?.(true);
    const after = await page.evaluate(pictures, 1);
    assert.ok(before.length > 1);
    for (const [number, picture] of after.entries()) assert.notEqual(picture, before[number]);
    await page.print?.(false);
  },
  { only },
);

inEachBrowser(
  "at 400 % zoom everything is within reach",
  async ({ openAlive }) => {
    const page = await openAlive();
    const before = await shown(page);
    await page.resize(1280, 1024, 4);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    const { wide, inner } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      inner: innerWidth,
    }));
    assert.equal(inner, 320);
    assert.ok(wide <= inner, `${wide} pixels wide`);
    await slider(page);
    await page.press("Home");
    assert.notEqual((await shown(page)).value, before.value);
  },
  { only },
);

/**
 * Runs in the page: brings a figure into view and tells one mark for each parameter that moves in it.
 * @param {number} number of the figure
 */
async function movable(number) {
  const figure = document.querySelectorAll("popgrad-panel")[number];
  figure?.scrollIntoView({ block: "center", behavior: "instant" });
  const patience = performance.now() + 10_000;
  while (!figure?.matches("[data-alive]") && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 400));
  const marks = [...(figure?.querySelectorAll(".mark.movable:not([hidden])") ?? [])];
  const first = new Map(marks.map((mark) => [mark.getAttribute("data-moves"), mark]));
  return [...first.values()].map((mark) => ({
    id: mark.getAttribute("data-mark") ?? "",
    along: mark.getAttribute("data-along") ?? "",
  }));
}

/**
 * Runs in the page: where a mark is on the screen, and in which direction there is more room.
 * @param {number} number of the figure
 * @param {string} id
 * @param {boolean} scrolls whether it is brought into view first
 */
async function placeOf(number, id, scrolls) {
  await new Promise((resolve) => setTimeout(resolve, 400));
  const figure = document.querySelectorAll("popgrad-panel")[number];
  const mark = figure?.querySelector(`.mark[data-mark="${id}"]:not([hidden])`);
  if (!mark) return undefined;
  if (scrolls) mark.scrollIntoView({ block: "center", behavior: "instant" });
  const box = mark.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const now = Number(mark.getAttribute("aria-valuenow"));
  const [least, most] = ["aria-valuemin", "aria-valuemax"].map((name) =>
    Number(mark.getAttribute(name)),
  );
  const low = now < ((least ?? 0) + (most ?? 0)) / 2;
  return { x, y, room: { x: low ? 1 : -1, y: low ? -1 : 1 } };
}

/** Runs in the page: controls in sight and marks whose target is smaller than a finger. */
function smallTargets() {
  // Where a transform puts a target, a rounding error is left.
  const LEAST = 23.99;
  const targets = document.querySelectorAll(
    "button, select, summary, .mark, .controls input, .answer input",
  );
  const small = [...targets].filter((target) => {
    const label = target.closest("label") ?? target;
    const { width, height } = label.getBoundingClientRect();
    return target.checkVisibility() && width > 0 && (width < LEAST || height < LEAST);
  });
  return small.map((target) => target.outerHTML.slice(0, 120));
}

/**
 * Runs in the page: moves the first slider of an experiment to its start, while another one is on the screen.
 * @param {number} number of the experiment
 */
async function moveFar(number) {
  scrollTo({ top: 0, behavior: "instant" });
  const experiment = document.querySelectorAll("popgrad-experiment")[number];
  const input = experiment?.querySelector(".controls popgrad-slider input[type=range]");
  if (!(input instanceof HTMLInputElement)) throw new Error("it has no slider");
  input.valueAsNumber = Number(input.min);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/**
 * Runs in the page: a hash of every canvas of an experiment.
 * @param {number} number of the experiment
 */
async function pictures(number) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const experiment = document.querySelectorAll("popgrad-experiment")[number];
  return [...(experiment?.querySelectorAll("canvas") ?? [])].map((canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext("2d", { willReadFrequently: true });
    context?.drawImage(canvas, 0, 0);
    const { data } = context?.getImageData(0, 0, copy.width, copy.height) ?? { data: [] };
    let hash = 7;
    for (const byte of data) hash = (Math.imul(hash, 31) + byte) | 0;
    return hash;
  });
}

/** Runs in the page: how many figures there are, and how many are drawn. */
async function untilAllAreDrawn() {
  const all = document.querySelectorAll("popgrad-panel");
  const alive = () => document.querySelectorAll("popgrad-panel[data-alive]").length;
  const patience = performance.now() + 30_000;
  while (alive() < all.length && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { figures: all.length, alive: alive() };
}
