/** Formulas read well, with and without a mathematics font. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";

/** How high an exponent may stand above the foot of its base, in units of the base's font size. */
const HIGHEST = 0.65;

inEachBrowser("exponents stand at their base", async ({ openAlive }) => {
  const page = await openAlive();
  const raised = await page.evaluate(highest);
  assert.ok(raised > 0 && raised < HIGHEST, String(raised));
});

inEachBrowser(
  "exponents stand at their base without a mathematics font",
  async ({ openAlive }) => {
    const page = await openAlive();
    await page.evaluate(() => {
      for (const formula of document.querySelectorAll("math")) formula.style.fontFamily = "serif";
    });
    assert.ok((await page.evaluate(highest)) > HIGHEST, "this browser needs no help");
    await page.evaluate(() => document.documentElement.classList.add("high-exponents"));
    const raised = await page.evaluate(highest);
    assert.ok(raised > 0 && raised < HIGHEST, String(raised));
  },
  { only: ["Chromium"] },
);

/** Runs in the page: how high the highest whole exponent of a letter or a number stands. */
function highest() {
  const powers = [...document.querySelectorAll(".prose msup")].filter(
    ({ children: [base, exponent] }) =>
      ["mi", "mn"].includes(base?.localName ?? "") && exponent?.localName === "mn",
  );
  const heights = powers.map(({ children: [base, exponent] }) => {
    if (base === undefined || exponent === undefined) throw new Error("a power has two parts");
    const bottom = (/** @type {Element} */ part) => part.getBoundingClientRect().bottom;
    return (bottom(base) - bottom(exponent)) / Number.parseFloat(getComputedStyle(base).fontSize);
  });
  return Math.max(...heights);
}
