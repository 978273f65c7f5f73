/** The marks of a figure explain themselves and can be moved, by a real pointer and by real keys. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, shown } from "./harness/experiment.mjs";

/** The last movable mark of the first figure: it stands at the right, and moves along the axis. */
const MOVABLE = ".mark.movable[data-along=x]";

/** Marks that do not move. */
const STILL = ".mark:not(.movable)";

inEachBrowser("a mark dragged on the figure moves its parameter", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  const from = await mark(page, MOVABLE);
  await page.drag(from, { x: from.x - 40, y: from.y });
  const after = await shown(page);
  const to = await mark(page, MOVABLE);
  assert.ok(to.now < from.now, `from ${from.now} to ${to.now}`);
  assert.notEqual(after.pixels, start.pixels);
  assert.ok(Math.abs(to.x - (from.x - 40)) < 2, "the mark is where the pointer left it");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("a tap on a mark explains it and leaves it where it is", async ({ openAlive }) => {
  const page = await openAlive();
  await shown(page);
  const from = await mark(page, MOVABLE);
  await page.drag(from, { x: from.x + 1, y: from.y });
  assert.doesNotMatch(await readout(page), /^Point at a mark/);
  assert.equal((await mark(page, MOVABLE)).now, from.now);
});

inEachBrowser("keys move a mark, and the line below explains it", async ({ openAlive }) => {
  const page = await openAlive();
  await shown(page);
  assert.match(await readout(page), /^Point at a mark/);
  const start = await mark(page, MOVABLE);
  const before = await focus(page, MOVABLE);
  const places = [];
  for (const key of /** @type {const} */ (["ArrowLeft", "Shift+ArrowLeft", "PageDown", "Home"])) {
    await page.press(key);
    await shown(page);
    places.push((await mark(page, MOVABLE)).now);
  }
  const [arrow = 0, fine = 0, leap = 0, home = 0] = places;
  assert.ok(arrow < start.now && fine < arrow && leap < fine && home < leap, `${places}`);
  assert.ok(arrow - fine < start.now - arrow, "Shift moves less");
  assert.ok(fine - leap > start.now - arrow, "PageDown moves more");
  assert.equal(home, start.least);
  assert.notEqual(await readout(page), before, "the explanation follows");
});

inEachBrowser("keys walk among the marks that do not move", async ({ openAlive }) => {
  const page = await openAlive();
  await shown(page);
  const first = await focus(page, STILL);
  await page.press("ArrowRight");
  const second = await readout(page);
  assert.notEqual(first, second);
  await page.press("End");
  assert.notEqual(await readout(page), second);
  await page.press("Escape");
  assert.match(await readout(page), /^Point at a mark/);
});

inEachBrowser("marks of one group light up together", async ({ openAlive }) => {
  const page = await openAlive();
  await shown(page);
  await focus(page, MOVABLE);
  const lit = () => page.evaluate(() => document.querySelectorAll(".mark.lit").length);
  assert.ok((await lit()) > 1, "the mark and its partner");
  await page.press("Escape");
  assert.equal(await lit(), 0);
});

inEachBrowser("a mark that moves in both directions follows pointer and keys", async (bench) => {
  const page = await bench.openAlive();
  const from = await page.evaluate(inBothDirections);
  await page.drag(from, { x: from.x - 20, y: from.y - 15 });
  const to = await page.evaluate(inBothDirections);
  assert.ok(Math.abs(to.x - (from.x - 20)) < 2, `across: ${from.x} to ${to.x}`);
  assert.ok(Math.abs(to.y - (from.y - 15)) < 2, `upwards: ${from.y} to ${to.y}`);
  await page.press("ArrowRight");
  await page.press("ArrowUp");
  const moved = await page.evaluate(inBothDirections);
  assert.ok(moved.x > to.x + 0.5 && moved.y < to.y - 0.5, JSON.stringify({ to, moved }));
  assert.notEqual(moved.spoken, to.spoken);
});

/**
 * Runs in the page: brings the first mark that moves in both directions into view and under the keys.
 */
async function inBothDirections() {
  const BOTH = '.mark.movable[data-along="both"]:not([hidden])';
  const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
  for (const figure of document.querySelectorAll("popgrad-panel")) {
    if (document.querySelector(BOTH)) break;
    figure.scrollIntoView({ block: "center", behavior: "instant" });
    for (let tenths = 0; tenths < 100 && !figure.matches("[data-alive]"); tenths += 1)
      await wait(100);
    await wait(200);
  }
  await wait(300);
  const mark = document.querySelector(BOTH);
  if (!(mark instanceof HTMLElement)) throw new Error("no mark moves in both directions");
  mark.focus({ preventScroll: true });
  const { left, top, width, height } = mark.getBoundingClientRect();
  const spoken = mark.getAttribute("aria-valuetext");
  return { x: left + width / 2, y: top + height / 2, spoken };
}

/**
 * Where the last of these marks is, on the screen and in its range.
 *
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} selector
 */
function mark(page, selector) {
  return page.evaluate((wanted) => {
    const figure = document.querySelector("popgrad-panel");
    const target = [...(figure?.querySelectorAll(`${wanted}:not([hidden])`) ?? [])].at(-1);
    if (!target) throw new Error(`no ${wanted}`);
    const { left, top, width, height } = target.getBoundingClientRect();
    const now = Number(target.getAttribute("aria-valuenow"));
    const least = Number(target.getAttribute("aria-valuemin"));
    return { x: left + width / 2, y: top + height / 2, now, least };
  }, selector);
}

/**
 * Moves the focus to the last mark that moves or the first that does not, and tells what is then
 * explained.
 *
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} selector
 */
async function focus(page, selector) {
  await page.evaluate((wanted) => {
    const figure = document.querySelector("popgrad-panel");
    const targets = [...(figure?.querySelectorAll(`${wanted}:not([hidden])`) ?? [])];
    const target = wanted.includes("not") ? targets[0] : targets.at(-1);
    if (target instanceof HTMLElement) target.focus();
  }, selector);
  return readout(page);
}

/** @param {import("./harness/page.mjs").Page} page */
function readout(page) {
  return page.evaluate(
    (name) => document.querySelector(`${name} .readout`)?.textContent ?? "",
    EXPERIMENT,
  );
}
