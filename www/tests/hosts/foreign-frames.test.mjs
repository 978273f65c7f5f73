/** Figures in the pages of another site, which has a strict policy of its own and shuts its frames in. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { TARGET } from "../harness/paths.mjs";
import { startHost } from "../harness/server.mjs";

/** @typedef {import("../harness/page.mjs").Page} Page */

const FILES = join(TARGET, "forms/file");
const only = ["Chromium", "Firefox"];

/** What is shown, from which host, and how the course page shuts it in. */
const CASES = /** @type {const} */ ([
  ["the page of a figure", "figure/", { isPublished: true }, { referrerpolicy: "no-referrer" }],
  ["the page of a figure", "figure/", { isPublished: true }, { sandbox: "allow-scripts" }],
  ["the file of a figure", "", { isOpen: true }, { sandbox: "allow-scripts" }],
]);

for (const [what, path, options, attributes] of CASES) {
  inEachBrowser(
    `${what} computes in workers in a foreign frame with ${JSON.stringify(attributes)}`,
    async ({ open }) => {
      await inCourse(options, async (course, figures) => {
        if (path === "") figures.show(FILES);
        const page = await open({ path: "__test__/host-page.html", at: course.address });
        await page.evaluate(embed, `${third(figures.address)}${path}xor-success.html`, attributes);
        const before = await page.evaluateWithin?.(untilComputed, "2");
        assert.match(before ?? "", /200 runs/);
        await page.press("ArrowRight");
        const after = await page.evaluateWithin?.(untilComputed, "3");
        assert.notEqual(after, before);
        assert.deepEqual(await complaints(page), []);
      });
    },
    { only },
  );
}

inEachBrowser(
  "where no script may run, or no WebAssembly, the picture stays, and why is said once",
  async ({ open }) => {
    for (const [options, attributes, sentences] of /** @type {const} */ ([
      [{ isPublished: true }, { sandbox: "" }, 0],
      [{ isPublished: true, refusesWasm: true }, { sandbox: "allow-scripts" }, 1],
    ])) {
      await inCourse(options, async (course, figures) => {
        const page = await open({ path: "__test__/host-page.html", at: course.address });
        await page.evaluate(embed, `${third(figures.address)}figure/xor-success.html`, attributes);
        const { pictures, said } = await pictured(page, sentences);
        assert.equal(pictures, 1, JSON.stringify(attributes));
        assert.equal(said.length, sentences, said.join(" | "));
      });
    }
  },
  { only: ["Chromium"] },
);

/**
 * A course whose pages run nothing and load nothing but their own script and the figures of another site.
 * @param {import("../harness/server.mjs").HostOptions} options of the figures' host
 * @param {(course: import("../harness/server.mjs").Host, figures: import("../harness/server.mjs").Host) => Promise<void>} body
 */
async function inCourse(options, body) {
  const figures = await startHost(options);
  const policy = `default-src 'none'; script-src 'self'; img-src data:; frame-src ${third(figures.origin)}`;
  const course = await startHost({ policy });
  try {
    await body(course, figures);
  } finally {
    await Promise.all([figures.close(), course.close()]);
  }
}

/**
 * The same address by another name, which makes it another site.
 * @param {string} address
 */
function third(address) {
  return address.replace("127.0.0.1", "localhost");
}

/**
 * Runs in the course page.
 * @param {string} address
 * @param {Record<string, string>} attributes
 */
function embed(address, attributes) {
  Reflect.get(globalThis, "embed")(address, attributes);
}

/**
 * What the console has shown but warnings.
 * @param {Page} page
 */
async function complaints(page) {
  return (await page.consoleMessages()).filter((message) => !message.startsWith("warn"));
}

/**
 * Runs in the frame: waits until the runs of nets with so many hidden units are computed, tells their numbers and
 * brings the reader's keys to the slider.
 * @param {string} hidden
 */
async function untilComputed(hidden) {
  const patience = performance.now() + 60_000;
  const field = () => document.querySelector("[parameter=hidden] input.field");
  const isDone = () =>
    Reflect.get(field() ?? {}, "value") === hidden &&
    document.querySelector("popgrad-panel[data-alive] .marks") !== null &&
    document.querySelector(".computing:not([hidden])") === null;
  for (let calm = 0; calm < 20; calm = isDone() ? calm + 1 : 0) {
    if (performance.now() > patience) throw new Error(`not computed: ${document.body.innerText}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  document.querySelector("popgrad-panel details.data")?.setAttribute("open", "");
  await new Promise((resolve) => setTimeout(resolve, 400));
  /** @type {HTMLInputElement | null} */
  const slider = document.querySelector("[parameter=hidden] input[type=range]");
  slider?.focus();
  return document.querySelector("popgrad-panel details.data")?.textContent ?? "";
}

/**
 * Waits until a frame shows a picture and says so many sentences; without scripts it has no timers of its own.
 * @param {Page} page
 * @param {number} sentences
 */
async function pictured(page, sentences) {
  for (let attempt = 0; ; attempt += 1) {
    const shown = await page.evaluateWithin?.(look);
    if (!shown) throw new Error("this browser shows nothing of a frame");
    const isDone = shown.pictures > 0 && shown.said.length >= sentences;
    if (isDone || attempt === 100) return shown;
    await pause(100);
  }
}

/** Runs in the frame: the pictures that are drawn, and what the reader is told. */
function look() {
  const isSeen = (/** @type {Element} */ element) => element.getClientRects().length > 0;
  const images = [...document.querySelectorAll("img")].filter(isSeen);
  const notices = [...document.querySelectorAll("[class$=notice]")].filter(isSeen);
  return {
    pictures: images.filter(({ complete, naturalWidth }) => complete && naturalWidth > 300).length,
    said: notices.map(({ textContent }) => textContent ?? "").filter((words) => words !== ""),
  };
}
