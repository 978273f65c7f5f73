/** What stands around a figure follows it: marks, tables, words, buttons, long computations, locks. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";

/** @typedef {import("./harness/page.mjs").Page} Page */

inEachBrowser("a mark that goes takes its explanation with it", async ({ open }) => {
  const page = await at(open, "figure/depth-decay-layers.html");
  await page.evaluate(focus, '[data-mark="gradient-2-8"]');
  assert.doesNotMatch(await page.evaluate(words, ".readout"), /^Point at a mark/);
  await page.evaluate(setToLeast, "layers");
  await until(page, (text) => /^Point at a mark/.test(text), ".readout");
  assert.equal(await page.evaluate(words, ".engine-notice"), "");
  assert.equal(await page.evaluate(count, "popgrad-panel[data-alive]"), 1);
});

inEachBrowser("a pointer explains the mark that it is nearest to", async ({ open }) => {
  const page = await at(open, "figure/flow-vs-descent.html");
  for (const place of await page.evaluate(crowdedMarks)) {
    await page.drag({ x: place.x, y: place.y }, { x: place.x, y: place.y });
    assert.match(await page.evaluate(words, ".readout"), new RegExp(`^Step ${place.step} of`));
  }
});

inEachBrowser("open tables follow their figure, captions and heads too", async ({ open }) => {
  const page = await at(open, "figure/flow-vs-descent-halving.html");
  await page.evaluate(() => document.querySelector("details.data")?.setAttribute("open", ""));
  await until(page, (text) => text.length > 40, "details.data");
  const before = await page.evaluate(captions);
  await page.evaluate(setToLeast, "step");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  assert.notDeepEqual(await page.evaluate(captions), before);
});

inEachBrowser("Escape in a number of the text takes nothing", async ({ openAlive }) => {
  const page = await openAlive({ path: "#depth-decay" });
  const number = "popgrad-experiment[slug=depth-decay] popgrad-number";
  await page.evaluate(untilThere, `${number} .face`);
  const before = await page.evaluate(words, `${number} .face`);
  await page.evaluate(focus, `${number} .face`);
  await page.press("Enter");
  await page.type("0.2");
  await page.press("Escape");
  assert.equal(await page.evaluate(words, `${number} .face`), before);
  await page.press("Enter");
  await page.type("0.2");
  await page.press("Enter");
  await until(page, (text) => text !== before, `${number} .face`);
});

inEachBrowser("a choice that needs workers gets them", async ({ open }) => {
  const page = await at(open, "figure/flow-vs-descent-halving.html?predict=false");
  const before = await page.evaluate(tableText);
  await page.evaluate(choose, "loss", "XOR");
  await page.evaluate(untilComputed);
  const after = await page.evaluate(tableText);
  assert.notEqual(after, before);
  assert.ok(after.length > 60, after);
});

inEachBrowser("a button that has done its work keeps the focus", async ({ open }) => {
  const page = await at(open, "figure/depth-decay-layers.html");
  await page.evaluate(setToLeast, "layers");
  await page.evaluate(untilThere, "button.reset:enabled");
  await page.evaluate(focus, "button.reset");
  await page.press("Enter");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  assert.equal(await page.evaluate(() => document.activeElement?.matches(".reset")), true);
});

inEachBrowser("what is locked is moved by no mark either", async ({ open }) => {
  const figure = "figure/gradient-shape.html";
  const free = await at(open, figure);
  const movable = await free.evaluate(count, ".mark.movable");
  const moved = await free.evaluate(movedParameter);
  const locked = await at(open, `${figure}?gradient-shape.${moved}_hide=true`);
  const left = await locked.evaluate(count, ".mark.movable");
  assert.ok(left < movable, `${left} of ${movable}`);
  assert.equal(await locked.evaluate(count, `.mark[data-moves="${moved}"].movable`), 0);
});

/**
 * Opens a figure's page and waits for its marks.
 * @param {import("./harness/each-browser.mjs").Bench["open"]} open
 * @param {string} path
 */
async function at(open, path) {
  const page = await open({ path });
  await page.evaluate(untilThere, "popgrad-panel[data-alive] .marks .mark");
  return page;
}

/**
 * Waits until the words of an element are as they should be.
 * @param {Page} page
 * @param {(text: string) => boolean} isRight
 * @param {string} selector
 */
async function until(page, isRight, selector) {
  const patience = performance.now() + 20_000;
  for (;;) {
    const text = await page.evaluate(words, selector);
    if (isRight(text)) return;
    if (performance.now() > patience) throw new Error(`${selector} says “${text}”`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Runs in the page.
 * @param {string} selector
 */
async function untilThere(selector) {
  const patience = performance.now() + 30_000;
  while (document.querySelector(selector) === null) {
    if (performance.now() > patience) throw new Error(`there is no ${selector}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  document.querySelector(selector)?.scrollIntoView({ block: "center" });
  await new Promise((resolve) => setTimeout(resolve, 400));
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function focus(selector) {
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (element === null) throw new Error(`there is no ${selector}`);
  element.focus();
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function words(selector) {
  return document.querySelector(selector)?.textContent ?? "";
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function count(selector) {
  return document.querySelectorAll(selector).length;
}

/**
 * Runs in the page: moves a slider to its least value, as a reader's key does.
 * @param {string} parameter
 */
function setToLeast(parameter) {
  const input = /** @type {HTMLInputElement | null} */ (
    document.querySelector(`[parameter=${parameter}] input[type=range]`)
  );
  if (input === null) throw new Error(`there is no slider of ${parameter}`);
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
}

/**
 * Runs in the page.
 * @param {string} parameter
 * @param {string} label
 */
function choose(parameter, label) {
  const options = document.querySelectorAll(`[parameter=${parameter}] label`);
  const option = [...options].find((one) => one.textContent?.includes(label));
  if (option === undefined) throw new Error(`${parameter} has no ${label}`);
  /** @type {HTMLElement} */ (option).click();
}

/** Runs in the page: waits until no progress is shown any more. */
async function untilComputed() {
  const patience = performance.now() + 60_000;
  for (let calm = 0; calm < 30; ) {
    if (performance.now() > patience) throw new Error("not computed after a minute");
    await new Promise((resolve) => setTimeout(resolve, 25));
    calm = document.querySelector(".computing:not([hidden])") === null ? calm + 1 : 0;
  }
}

/** Runs in the page: the numbers of the figure. */
async function tableText() {
  document.querySelector("details.data")?.setAttribute("open", "");
  await new Promise((resolve) => setTimeout(resolve, 600));
  return document.querySelector("details.data")?.textContent ?? "";
}

/** Runs in the page. */
function captions() {
  const parts = document.querySelectorAll("details.data :is(caption, thead, section)");
  return [...parts].map((part) => part.getAttribute("aria-label") ?? part.textContent);
}

/** Runs in the page: the parameter that the first movable mark moves. */
function movedParameter() {
  return document.querySelector(".mark.movable")?.getAttribute("data-moves") ?? "";
}

/** Runs in the page: steps whose middle lies under the target of another. */
function crowdedMarks() {
  const marks = [...document.querySelectorAll(".mark[data-mark^=step-]:not([hidden])")];
  const places = marks.map((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    const step = mark.getAttribute("data-mark")?.slice("step-".length) ?? "";
    return { mark, step, x: left + width / 2, y: top + height / 2 };
  });
  const crowded = places.filter(({ x, y, mark }) => {
    const over = document.elementFromPoint(x, y);
    return over !== mark && over?.matches(".mark");
  });
  if (crowded.length < 4) throw new Error(`${crowded.length} marks are crowded`);
  return crowded.slice(0, 4).map(({ step, x, y }) => ({ step, x, y }));
}
