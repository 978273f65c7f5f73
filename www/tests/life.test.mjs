/** What a page goes through: elements taken out and put back, a lost canvas, a theme, a failing engine. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, shown, slider } from "./harness/experiment.mjs";

inEachBrowser("an experiment taken out and put back lives on", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(async (name) => {
    const experiment = document.querySelector(name);
    const place = experiment?.parentElement;
    experiment?.remove();
    if (experiment) place?.append(experiment);
    const figure = document.querySelector("popgrad-figure");
    const around = figure?.parentElement;
    figure?.remove();
    if (figure) around?.prepend(figure);
    while (!figure?.hasAttribute("data-alive")) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, EXPERIMENT);
  await slider(page);
  const before = await shown(page);
  await page.press("Home");
  const after = await shown(page);
  assert.notEqual(after.pixels, before.pixels);
  assert.notEqual(after.numbers, before.numbers);
  const [canvases, figures] = await page.evaluate(() =>
    ["canvas", "popgrad-figure"].map((name) => document.querySelectorAll(name).length),
  );
  assert.equal(canvases, figures);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("a canvas that is lost gives way to the static picture", async ({ openAlive }) => {
  const page = await openAlive();
  const visible = () =>
    page.evaluate(() => {
      const picture = document.querySelector(".picture");
      const seen = [...(picture?.querySelectorAll("svg, canvas") ?? [])].filter(
        (one) => getComputedStyle(one).visibility === "visible" && one.getClientRects().length > 0,
      );
      return seen.map((one) => one.tagName.toLowerCase());
    });
  assert.deepEqual(await visible(), ["canvas"]);
  await page.evaluate(() => {
    document.querySelector("canvas")?.dispatchEvent(new Event("contextlost"));
  });
  assert.deepEqual(await visible(), ["svg"]);
  await page.evaluate(() => {
    document.querySelector("canvas")?.dispatchEvent(new Event("contextrestored"));
    return new Promise((resolve) => setTimeout(resolve, 200));
  });
  assert.deepEqual(await visible(), ["canvas"]);
});

inEachBrowser(
  "an engine that does not come leaves the picture and says so",
  async ({ open }) => {
    const page = await open();
    const notice = await page.evaluate(async () => {
      const failed = () => document.documentElement.dataset["engine"] === "failed";
      for (let wait = 0; wait < 100 && !failed(); wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return document.querySelector(".engine-notice")?.textContent ?? "";
    });
    assert.match(notice, /^The figures stay still/);
  },
  { host: { withoutGlue: true } },
);
