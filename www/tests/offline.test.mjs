/** The site without a network, and the way from one version to the next. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, launch } from "./harness/browsers/chromium.mjs";
import { inEachBrowser, skipUnless } from "./harness/each-browser.mjs";
import { shown, slider } from "./harness/experiment.mjs";
import { startHost } from "./harness/server.mjs";
import { listed, nextVersion } from "./harness/versions.mjs";

/** WebKitGTK's driver runs the page with a script of the tests in it, which the worker rightly refuses to keep. */
const only = ["Chromium", "Firefox"];
const options = { only, host: { offline: true }, patience: 180_000 };

/** The cell of the reader's own. */
const OWN = "#own popgrad-cell";

inEachBrowser(
  "after the first visit everything works without a network",
  async ({ host, openAlive }) => {
    const page = await openAlive();
    await kept(page, 1);
    assert.deepEqual(await page.evaluate(pathsKept), await listed());
    await host.close();
    const before = host.requests.length;
    await reload(page);
    await untilAlive(page);
    await slider(page);
    const start = await shown(page);
    await page.press("Home");
    assert.notEqual((await shown(page)).pixels, start.pixels);
    assert.ok((await page.evaluate(lastExperiment)).drawn, "the last experiment draws");
    assert.match(await page.evaluate(run, OWN), /y = \[/);
    await page.evaluate(leaveFor, ".tools a");
    await untilTrue(page, () => document.querySelector("body.sheet h1") !== null);
    assert.equal(host.requests.length, before);
  },
  options,
);

inEachBrowser(
  "a new version is offered, and loaded when the reader asks for it",
  async ({ host, openAlive }) => {
    const page = await openAlive();
    await kept(page, 1);
    const next = await nextVersion();
    try {
      host.show(next.folder);
      await reload(page);
      await untilTrue(
        page,
        () => document.querySelector(".new-version [role=status]:not(:empty)") !== null,
      );
      // Nothing is taken over unasked, however often the page is opened.
      await reload(page);
      await untilTrue(page, () => document.querySelector(".new-version") !== null);
      await untilAlive(page);
      assert.deepEqual(await page.evaluate(folders), [next.before]);
      await slider(page);
      await page.press("Home");
      const moved = await shown(page);
      await page.evaluate(lastExperiment);
      assert.deepEqual(await page.evaluate(folders), [next.before]);
      assert.equal(await page.evaluate(() => document.title.includes("next")), false);
      await page.evaluate(pressed, ".new-version button", "Load it");
      await untilTrue(page, () => document.title.includes("next"));
      await untilAlive(page);
      await page.evaluate(lastExperiment);
      assert.deepEqual(await page.evaluate(folders), [next.after]);
      assert.equal((await shown(page)).value, moved.value);
      // Nobody is left who needs the old one.
      await kept(page, 1);
      assert.ok((await page.evaluate(pathsKept)).every((path) => !path.startsWith(next.before)));
      assert.equal(await page.evaluate(() => document.querySelector(".new-version")), null);
    } finally {
      await next.remove();
    }
  },
  options,
);

inEachBrowser(
  "a page of the old version that stays open keeps its own files",
  async ({ host, openAlive }) => {
    const page = await openAlive();
    await kept(page, 1);
    const next = await nextVersion();
    try {
      host.show(next.folder);
      await reload(page);
      await untilTrue(page, () => document.querySelector(".new-version") !== null);
      // Another page of this browser accepts: it is told by the worker alone.
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        registration?.waiting?.postMessage("take over");
      });
      await untilTrue(page, async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.waiting === null && registration.active?.state === "activated";
      });
      await host.close();
      assert.match(await page.evaluate(run, OWN), /y = \[/);
      assert.ok((await page.evaluate(lastExperiment)).drawn, "the last experiment draws");
      assert.deepEqual(await page.evaluate(folders), [next.before]);
    } finally {
      await next.remove();
    }
  },
  options,
);

inEachBrowser(
  "a host in the middle of an update gives no version",
  async ({ host, openAlive }) => {
    const next = await nextVersion({ halfway: true });
    try {
      host.show(next.folder);
      const page = await openAlive();
      await untilTrue(page, () => document.querySelector("link[rel=manifest]") !== null);
      await pause(2_000);
      const state = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.active?.state ?? "none";
      });
      assert.equal(state, "none");
    } finally {
      await next.remove();
    }
  },
  options,
);

inEachBrowser(
  "an embedded page and a page in a frame keep nothing",
  async ({ open, host }) => {
    const page = await open({ path: "?embed=true" });
    await untilAlive(page);
    await page.evaluate(frame, host.address, false);
    await page.evaluate(frame, host.address, true);
    await pause(1_000);
    assert.ok(!host.requests.some((path) => path.endsWith("service-worker.js")));
    assert.ok(!host.requests.some((path) => path.endsWith("manifest.json")));
  },
  options,
);

test("Chromium finds an app that can be installed", skipUnless(chromium), async () => {
  const host = await startHost({ offline: true });
  const { browser, profile } = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(host.address, { waitUntil: "load" });
    await page.waitForSelector("link[rel=manifest]");
    const session = await page.createCDPSession();
    const { errors, data } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.deepEqual((await session.send("Page.getInstallabilityErrors")).installabilityErrors, []);
    const { icons, start_url: start } = JSON.parse(data ?? "{}");
    assert.equal(new URL(start, host.address).href, host.address);
    for (const purpose of ["any", "maskable"]) {
      const sizes = icons.filter(
        (/** @type {{purpose: string}} */ icon) => icon.purpose === purpose,
      );
      assert.deepEqual(
        sizes.map((/** @type {{sizes: string}} */ icon) => icon.sizes),
        ["192x192", "512x512"],
      );
    }
    for (const { src, sizes } of icons) {
      const bytes = Buffer.from(await (await fetch(new URL(src, host.address))).arrayBuffer());
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
    }
  } finally {
    await browser.close();
    profile.remove();
    await host.close();
  }
});

/**
 * Waits until so many versions are kept, and the page is answered by the worker.
 * @param {import("./harness/page.mjs").Page} page
 * @param {number} versions
 */
async function kept(page, versions) {
  await untilTrue(page, () => navigator.serviceWorker.controller?.state === "activated");
  await untilTrue(page, async (count) => (await caches.keys()).length === count, versions);
}

/** Runs in the page: the paths of all versions that are kept. */
async function pathsKept() {
  const folder = new URL(".", location.href).href;
  const addresses = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
  }
  const files = addresses.filter((address) => !address.includes("?"));
  return files.map((address) => address.slice(folder.length)).sort();
}

/** Runs in the page: the folders of scripts and pictures that it has fetched from. */
function folders() {
  const names = performance
    .getEntriesByType("resource")
    .map(({ name }) => /\/(app-[0-9a-f]+)\//.exec(name)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Runs in the page: brings the last experiment into view and waits for its figure. */
async function lastExperiment() {
  const figure = [...document.querySelectorAll("popgrad-experiment popgrad-panel")].at(-1);
  figure?.scrollIntoView({ block: "center", behavior: "instant" });
  const patience = performance.now() + 20_000;
  while (!figure?.matches("[data-alive]") && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  scrollTo({ top: 0, behavior: "instant" });
  return { drawn: figure?.matches("[data-alive]") === true };
}

/**
 * Runs in the page: runs a cell and tells what it prints.
 * @param {string} cell
 */
async function run(cell) {
  const element = document.querySelector(cell);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  /** @type {HTMLButtonElement | null | undefined} */
  const button = element?.querySelector("button.run");
  button?.click();
  const patience = performance.now() + 30_000;
  const text = () => element?.querySelector(".output")?.textContent?.trim() ?? "";
  while (!text().includes("y = [") && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return text();
}

/**
 * Runs in the page: presses the button with these words.
 * @param {string} selector
 * @param {string} words
 */
function pressed(selector, words) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [...document.querySelectorAll(selector)].filter(
    (one) => one instanceof HTMLButtonElement,
  );
  const button = buttons.find((one) => one.textContent === words);
  if (button === undefined) throw new Error(`there is no button ${words}`);
  button.click();
}

/**
 * Runs in the page: follows a link once the call is over.
 * @param {string} selector
 */
function leaveFor(selector) {
  setTimeout(() => document.querySelector(selector)?.dispatchEvent(new MouseEvent("click")), 100);
}

/**
 * Runs in the page: shows an address in a frame and waits for its engine or a while.
 * @param {string} address
 * @param {boolean} sandboxed
 */
async function frame(address, sandboxed) {
  const element = document.createElement("iframe");
  if (sandboxed) element.setAttribute("sandbox", "allow-scripts");
  element.src = address;
  document.body.append(element);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
}

/** @param {import("./harness/page.mjs").Page} page */
async function reload(page) {
  await page.evaluate(() => {
    document.documentElement.dataset["leaving"] = "";
    setTimeout(() => location.reload(), 50);
  });
  await untilTrue(page, () => document.documentElement.dataset["leaving"] === undefined);
}

/** @param {import("./harness/page.mjs").Page} page */
function untilAlive(page) {
  return untilTrue(
    page,
    () =>
      document.documentElement.dataset["engine"] === "ready" &&
      customElements.get("popgrad-prediction") !== undefined &&
      document.querySelector("popgrad-panel[data-alive] .marks") !== null,
  );
}

/**
 * Waits for something to become true, also across pages.
 * @template {unknown[]} Words
 * @param {import("./harness/page.mjs").Page} page
 * @param {(...words: Words) => boolean | Promise<boolean>} condition
 * @param {Words} words
 */
async function untilTrue(page, condition, ...words) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    // Between two pages there is nothing that could answer.
    if (await page.evaluate(condition, ...words).catch(() => false)) return;
    await pause(100);
  }
  throw new Error(`${condition} does not become true`);
}
