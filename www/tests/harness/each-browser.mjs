/** One test body, run in every browser, each time with a host and browsers of its own. */
import { test } from "node:test";
import { BROWSERS } from "./browsers/all.mjs";
import { DEFAULTS } from "./page.mjs";
import { startHost } from "./server.mjs";

/**
 * @typedef {object} Bench
 * @property {import("./page.mjs").Browser} browser
 * @property {import("./server.mjs").Host} host
 * @property {(options?: import("./page.mjs").OpenOptions) => Promise<import("./page.mjs").Page>} open
 *   Opens the page without waiting for the engine.
 * @property {(options?: import("./page.mjs").OpenOptions) => Promise<import("./page.mjs").Page>} openAlive
 *   Opens the page and waits until the engine has drawn.
 *
 * @typedef {Pick<import("./page.mjs").Browser, "name" | "packages" | "isInstalled">} Program
 *
 * @typedef {object} TestOptions
 * @property {string[]} [only] the names of the browsers that can do what the test needs
 * @property {Program[]} [needs] what must be installed besides the browser
 * @property {import("./server.mjs").HostOptions} [host]
 * @property {number} [patience] how long it may take in one browser, in milliseconds
 */

/** How long one test may take in one browser, in milliseconds. */
const PATIENCE = 90_000;

/** Whether a missing browser fails the tests instead of skipping them. */
const allRequired = Boolean(process.env["CI"]) || process.env["POPGRAD_BROWSERS"] === "all";

/**
 * @param {string} title
 * @param {(bench: Bench) => Promise<void>} body
 * @param {TestOptions} [options]
 */
export function inEachBrowser(title, body, options = {}) {
  const { only, needs = [], host = {}, patience = PATIENCE } = options;
  for (const browser of BROWSERS.filter(({ name }) => only?.includes(name) ?? true)) {
    const absent = [browser, ...needs].find((program) => !program.isInstalled());
    const missing = absent !== undefined && `${absent.name} is not installed`;
    const settings = { skip: !allRequired && missing, timeout: patience };
    test(`${title} [${browser.name}]`, settings, async () => {
      if (absent) throw new Error(`${missing}: apt-get install ${absent.packages.join(" ")}`);
      await onBench(browser, { ...host, recordConsole: !browser.recordsConsole }, body);
    });
  }
}

/**
 * The options of a test that runs a program by itself: a browser or a host.
 * @param {{ name: string, isInstalled: () => boolean }} program
 */
export function skipUnless({ name, isInstalled }) {
  const missing = !isInstalled() && `${name} is not installed`;
  return { skip: !allRequired && missing, timeout: PATIENCE };
}

/**
 * @param {import("./page.mjs").Browser} browser
 * @param {import("./server.mjs").HostOptions} options
 * @param {(bench: Bench) => Promise<void>} body
 */
async function onBench(browser, options, body) {
  const host = await startHost(options);
  /** @type {import("./page.mjs").Page[]} */
  const pages = [];
  /** @type {Bench["open"]} */
  const open = async (wanted = {}) => {
    const settings = { ...DEFAULTS, ...wanted };
    const page = await browser.open((settings.at || host.address) + settings.path, settings);
    pages.push(page);
    return page;
  };
  /** @type {Bench["openAlive"]} */
  const openAlive = async (wanted) => {
    const page = await open(wanted);
    await page.evaluate(untilAlive);
    return page;
  };
  try {
    await body({ browser, host, open, openAlive });
  } finally {
    await Promise.allSettled(pages.map((page) => page.close()));
    await host.close();
  }
}

/** Runs in the page: waits for the engine, for the rest of the page's code, then for the pictures in view. */
async function untilAlive() {
  const patience = performance.now() + 20_000;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const alive = () =>
    document.documentElement.dataset["engine"] === "ready" &&
    customElements.get("popgrad-prediction") !== undefined &&
    [...document.querySelectorAll("popgrad-panel")].every(
      (figure) =>
        !inView(figure) || (figure.matches("[data-alive]") && figure.querySelector(".marks")),
    );
  const inView = (/** @type {Element} */ figure) => {
    const box = figure.querySelector(".picture")?.getBoundingClientRect();
    return box !== undefined && box.top < innerHeight && box.bottom > 0;
  };
  while (!alive()) {
    if (performance.now() > patience) throw new Error("the engine has not drawn after 20 seconds");
    await frame();
  }
  await frame();
}
