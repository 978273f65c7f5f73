/** The question before the truth: answered by keys, revealed, taken back. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { shown } from "./harness/experiment.mjs";

inEachBrowser("an answer is moved, committed and taken back", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  assert.deepEqual(await asked(page), { stage: "none", verdict: "", buttons: ["commit"] });

  await focus(page, "popgrad-prediction input[type=range]");
  await page.press("PageDown");
  const open = await shown(page);
  assert.notEqual(open.pixels, start.pixels, "the figure hides the answer");
  assert.deepEqual(await asked(page), { stage: "open", verdict: "", buttons: ["commit", "skip"] });

  await focus(page, "popgrad-prediction button[value=commit]");
  await page.press("Enter");
  const made = await shown(page);
  assert.notEqual(made.pixels, open.pixels, "the figure shows the truth");
  const { stage, verdict, buttons } = await asked(page);
  assert.deepEqual([stage, buttons], ["made", ["again"]]);
  assert.match(verdict, /\d/);

  // The focus has moved on to what can be done now.
  await page.press("Enter");
  assert.deepEqual(await shown(page), start);
  assert.equal((await asked(page)).stage, "none");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("who skips sees the truth", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  await focus(page, "popgrad-prediction input[type=range]");
  await page.press("ArrowRight");
  await shown(page);
  await focus(page, "popgrad-prediction button[value=skip]");
  await page.press("Enter");
  assert.deepEqual(await shown(page), start);
});

inEachBrowser("the purple mark is dragged in the figure", async ({ openAlive }) => {
  const page = await openAlive();
  await focus(page, "popgrad-prediction input[type=range]");
  await page.press("PageDown");
  await shown(page);
  const place = () =>
    page.evaluate(() => {
      const mark = document.querySelector('.mark[data-moves="prediction"]');
      if (!mark) throw new Error("the prediction has no mark");
      const { left, top, width, height } = mark.getBoundingClientRect();
      const answer = document.querySelector("popgrad-prediction input[type=range]");
      const value = Number(/** @type {HTMLInputElement | null} */ (answer)?.value);
      return { x: left + width / 2, y: top + height / 2, value };
    });
  const from = await place();
  await page.drag(from, { x: from.x - 30, y: from.y });
  await shown(page);
  const to = await place();
  assert.ok(to.value < from.value, `from ${from.value} to ${to.value}`);
  assert.ok(Math.abs(to.x - (from.x - 30)) < 3, "the mark is where the pointer left it");
});

/** @param {import("./harness/page.mjs").Page} page */
function asked(page) {
  return page.evaluate(() => {
    const prediction = document.querySelector("popgrad-prediction");
    const buttons = [...(prediction?.querySelectorAll("button:not([hidden])") ?? [])];
    return {
      stage: prediction?.getAttribute("data-stage"),
      verdict: prediction?.querySelector(".verdict")?.textContent ?? "",
      buttons: buttons.map((button) => button.getAttribute("value")),
    };
  });
}

/**
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} selector
 */
async function focus(page, selector) {
  await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!(element instanceof HTMLElement)) throw new Error(`no ${wanted}`);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    element.focus();
  }, selector);
}
