/** What a page goes through: elements taken out and put back, a lost canvas, a theme, a failing engine. */
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, shown, slider } from "./harness/experiment.mjs";

inEachBrowser("an experiment taken out and put back lives on", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(async (name) => {
    const experiment = document.querySelector(name);
    const place = experiment?.parentElement;
    experiment?.remove();
    if (experiment) place?.append(experiment);
    const figure = document.querySelector("popgrad-panel");
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
  const [canvases, figures] = await page.evaluate((name) => {
    const experiment = document.querySelector("[data-alive]")?.closest(name);
    const count = (/** @type {string} */ part) => experiment?.querySelectorAll(part).length;
    return [count("canvas"), count("popgrad-panel")];
  }, EXPERIMENT);
  assert.equal(canvases, figures);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("an experiment whose engine has failed begins anew", async ({ openAlive }) => {
  const page = await openAlive();
  await slider(page);
  const before = await shown(page);
  await page.evaluate((name) => {
    const { live } = /** @type {any} */ (document.querySelector(name));
    live.experiment.draw = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
  }, EXPERIMENT);
  await page.press("Home");
  await page.evaluate(async () => {
    const patience = performance.now() + 20_000;
    const said = () => document.querySelector(".engine-notice")?.textContent;
    while (
      said() !== "unreachable" ||
      document.querySelector("popgrad-panel[data-alive]") === null
    ) {
      if (performance.now() > patience) throw new Error(`it says “${said()}”`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  assert.deepEqual((await shown(page)).numbers, before.numbers);
  await slider(page);
  await page.press("Home");
  assert.notEqual((await shown(page)).pixels, before.pixels);
  assert.equal(await notice(page), "");
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
  assert.match(await notice(page), /^The browser took the canvas/);
  await page.evaluate(() => {
    document.querySelector("canvas")?.dispatchEvent(new Event("contextrestored"));
    return new Promise((resolve) => setTimeout(resolve, 200));
  });
  assert.deepEqual(await visible(), ["canvas"]);
  assert.equal(await notice(page), "");
});

inEachBrowser(
  "a theme that changes while the page is open changes page and figures",
  async ({ openAlive }) => {
    const page = await openAlive();
    const light = await shown(page);
    await page.setTheme?.("dark");
    const dark = await shown(page);
    assert.notEqual(dark.pixels, light.pixels);
    await page.setTheme?.("light");
    assert.deepEqual(await shown(page), light);
  },
  { only: ["Chromium"] },
);

inEachBrowser("a page that comes back as it was left draws again", async ({ openAlive }) => {
  const page = await openAlive();
  const before = await shown(page);
  await page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    canvas?.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  assert.deepEqual(await shown(page), before);
});

inEachBrowser("the way back from another page leads to the state", async ({ openAlive }) => {
  const page = await openAlive();
  await slider(page);
  await page.press("Home");
  const before = await shown(page);
  await page.evaluate(() => {
    setTimeout(
      () => document.querySelector(".tools a")?.dispatchEvent(new MouseEvent("click")),
      500,
    );
  });
  await untilTrue(page, () => document.body.classList.contains("sheet"));
  await page.evaluate(() => {
    setTimeout(() => history.back(), 50);
  });
  await untilTrue(page, () => document.querySelector("[data-alive]") !== null);
  const { value, pixels } = await shown(page);
  assert.deepEqual({ value, pixels }, { value: before.value, pixels: before.pixels });
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

/** @param {import("./harness/page.mjs").Page} page */
function notice(page) {
  return page.evaluate(() => {
    const place = document.querySelector(".engine-notice");
    return place?.checkVisibility() ? place.textContent : "";
  });
}

/**
 * Waits for something to become true, also across pages.
 * @param {import("./harness/page.mjs").Page} page
 * @param {() => boolean} condition
 */
async function untilTrue(page, condition) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    // Between two pages there is nothing that could answer.
    if (await page.evaluate(condition).catch(() => false)) return;
    await pause(100);
  }
  throw new Error(`${condition} does not become true`);
}
