/** `<popgrad-figure>` in somebody else's page: as a module beside the site, and as one classic script. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { DIST, startHost } from "./harness/server.mjs";

/** @typedef {import("./harness/page.mjs").Page} Page */

const TARGET =
  process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../../target/", import.meta.url));
const CLASSIC = join(TARGET, "forms/element/popgrad-figure.js");
const PAGE = "__test__/element-page.html";
const SIZE = "popgrad-slider[parameter=size] input[type=range]";
const FALLBACK = '<a href="#more"><img src="../figure/xor-net.svg" alt="A net" width="300"></a>';

/** @param {string} attributes */
const figure = (attributes, fallback = FALLBACK) =>
  `<popgrad-figure ${attributes}>${fallback}</popgrad-figure>`;

const STABILITY = 'experiment="reduction-bottleneck" figure="reduction-bottleneck-stability"';

inEachBrowser("several figures live in one page and share an engine", async ({ open, host }) => {
  const page = await open({ path: PAGE });
  await show(page, figure(STABILITY) + figure('experiment="xor" figure="xor-net" theme="dark"'));
  await drawn(page, 2);
  assert.deepEqual(await page.evaluate(looks), {
    engines: 1,
    fallbacks: 0,
    // Neither takes the other's styles, and the page is left as it was.
    isRed: [true, false],
    scheme: "dark",
    sheets: 0,
    root: ["lang"],
  });
  assert.equal(host.requests.filter((path) => path.endsWith(".wasm")).length, 1);
  assert.deepEqual(host.missing, []);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("a key moves a figure, and the page around hears of it alone", async ({ open }) => {
  const page = await open({ path: PAGE });
  await drawn(page, 1);
  await page.evaluate(focusIn, SIZE);
  await page.press("Home");
  const { detail } = await heard(page, "change");
  assert.deepEqual(detail, {
    experiment: "reduction-bottleneck",
    state: { "reduction-bottleneck.size": "1" },
  });
  assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "keys")), []);
  const state = { "reduction-bottleneck.size": 32 };
  assert.deepEqual(await page.evaluate(setState, state), []);
  assert.deepEqual(await page.evaluate(getState), { "reduction-bottleneck.size": "32" });
  const clamped = await page.evaluate(setState, { "reduction-bottleneck.size": 1e9 });
  assert.match(clamped.join(" "), /256/);
  await assert.rejects(page.evaluate(setState, null), /it is an object/);
});

inEachBrowser("attributes set a figure, and another set begins anew", async ({ open }) => {
  const page = await open({ path: PAGE });
  const set = "reduction-bottleneck.size=16&reduction-bottleneck.step=7";
  await show(
    page,
    figure(
      `${STABILITY} settings="${set}" reduction-bottleneck.step="1" reduction-bottleneck.size_hide`,
    ),
  );
  await drawn(page, 1);
  assert.deepEqual(await page.evaluate(values), { size: "16", step: "1", hidden: ["size"] });
  await page.evaluate(() => document.querySelector("popgrad-figure")?.setAttribute("class", "new"));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
  const ready = await page.evaluate(() =>
    Reflect.get(globalThis, "heard").map((/** @type {{ type: string }} */ { type }) => type),
  );
  assert.deepEqual(ready, ["ready"], "an attribute of the page's own begins nothing");
  await page.evaluate(() => {
    const element = document.querySelector("popgrad-figure");
    element?.removeAttribute("reduction-bottleneck.size_hide");
    element?.setAttribute("settings", "reduction-bottleneck.size=4000");
  });
  await heard(page, "ready", 2);
  assert.deepEqual(await page.evaluate(values), { size: "256", step: "1", hidden: [] });
  assert.match(await page.evaluate(wordsIn, ".link-notice"), /4000.*256/);
});

inEachBrowser("a figure that is moved in the page keeps its state", async ({ open }) => {
  const page = await open({ path: PAGE });
  await drawn(page, 1);
  await page.evaluate(setState, { "reduction-bottleneck.size": 64 });
  await page.evaluate(() => {
    const element = document.querySelector("popgrad-figure");
    if (element !== null) document.body.prepend(element);
  });
  const { detail } = await heard(page, "ready", 2);
  assert.deepEqual(detail.state, { "reduction-bottleneck.size": "64" });
});

inEachBrowser("what is asked for wrongly is said in the figure's place", async ({ open }) => {
  const page = await open({ path: PAGE });
  const wrong = ['experiment="net"', 'experiment="xor" figure="net"', ""];
  await show(page, wrong.map((attributes) => figure(attributes)).join(""));
  await heard(page, "error", 3);
  const told = await page.evaluate(notices);
  assert.match(told[0] ?? "", /has no experiment “net”.*one of: .*\bxor\b/);
  assert.match(told[1] ?? "", /“xor” has no figure “net”.*one of: .*\bxor-net\b/);
  assert.match(told[2] ?? "", /names no experiment/);
  assert.equal(await page.evaluate(fallbacksSeen), 3);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser(
  "without WebAssembly the page keeps what it has put there, or the still picture",
  async ({ open }) => {
    const page = await open({ path: PAGE });
    await show(page, figure(STABILITY) + figure(STABILITY, ""));
    await heard(page, "error");
    const [told] = await page.evaluate(notices);
    assert.match(told ?? "", /stay still: this browser did not start the engine/);
    assert.equal(await page.evaluate(fallbacksSeen), 1);
    await page.evaluate(untilWords, ".engine-notice", "stay still");
    assert.ok((await page.evaluate(stillPictures)) >= 1);
    const uncaught = (await page.consoleMessages()).filter((text) => /uncaught/i.test(text));
    // Firefox reports what the policy refused in these words too.
    const thrown = uncaught.filter((text) => !text.includes("Content-Security-Policy"));
    assert.deepEqual(thrown, []);
  },
  { host: { refusesWasm: true } },
);

const [app] = (await readdir(DIST)).filter((name) => name.startsWith("app-"));
const script = await readFile(join(DIST, app ?? "", "element.js"), "utf8");
const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const newer = script.replaceAll(`"${version}"`, '"99.0.0"').replaceAll('"./', `"../${app}/`);

inEachBrowser(
  "of two versions on one page the first draws, and both are named",
  async ({ open }) => {
    assert.notEqual(newer.indexOf('"99.0.0"'), -1);
    const page = await open({ path: PAGE });
    await drawn(page, 1);
    await page.evaluate(() => {
      const second = document.createElement("script");
      second.type = "module";
      second.src = "newer.js";
      document.head.append(second);
    });
    await page.evaluate(untilWords, ".home > .engine-notice", "99.0.0");
    assert.deepEqual(await page.evaluate(setState, { "reduction-bottleneck.size": 32 }), []);
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { host: { modules: { "newer.js": newer } } },
);

inEachBrowser(
  "a figure from another site computes in workers",
  async ({ open }) => {
    const elsewhere = await startHost({ isOpen: true });
    const course = await startHost({ isOpen: true });
    try {
      const page = await open({ path: "__test__/host-page.html", at: course.address });
      await page.evaluate((address) => {
        const module = document.createElement("script");
        module.type = "module";
        module.src = `${address}popgrad-figure.js`;
        document.head.append(module);
        const element = document.createElement("popgrad-figure");
        element.setAttribute("experiment", "xor");
        element.setAttribute("figure", "xor-success");
        document.querySelector("main")?.append(element);
      }, elsewhere.address);
      await drawn(page, 1);
      await page.evaluate(untilComputed);
      assert.ok(elsewhere.requests.some((path) => path.endsWith("worker.js")));
    } finally {
      await Promise.all([elsewhere.close(), course.close()]);
    }
  },
  { only: ["Chromium", "Firefox"] },
);

inEachBrowser("one classic script holds all that its figures need", async ({ open, browser }) => {
  const folder = await mkdtemp(join(tmpdir(), "popgrad-element-"));
  await writeFile(
    join(folder, "page.html"),
    `<!doctype html><title>A page on a disk</title><link rel="icon" href="data:,">
    <script src="${pathToFileURL(CLASSIC).href}"></script>
    ${figure('experiment="xor" figure="xor-success"', "")}${figure(STABILITY, "")}`,
  );
  try {
    const page = await open({ at: `${pathToFileURL(folder).href}/`, path: "page.html" });
    await drawn(page, 1);
    await page.evaluate(untilComputed);
    const asked = (await page.requests()).filter((address) => !/^(data|blob):/.test(address));
    assert.ok(asked.length <= 2, asked.join());
    if (browser.recordsConsole) assert.deepEqual(await page.consoleMessages(), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});

inEachBrowser(
  "axe finds nothing in a page with figures",
  async ({ open }) => {
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      const page = await open({ path: PAGE, theme });
      await show(page, figure(STABILITY) + figure('experiment="depth-decay"'));
      await drawn(page, 2);
      assert.deepEqual(await violations(page, "main"), []);
      await page.close();
    }
  },
  { only: ["Chromium"] },
);

/**
 * @param {Page} page
 * @param {string} html
 */
function show(page, html) {
  return page.evaluate((text) => {
    Reflect.get(globalThis, "heard").length = 0;
    const main = document.querySelector("main");
    if (main !== null) main.innerHTML = text;
  }, html);
}

/**
 * Waits until so many figures have drawn and have their marks.
 * @param {Page} page
 * @param {number} count
 */
function drawn(page, count) {
  return page.evaluate(async (wanted) => {
    const patience = performance.now() + 30_000;
    const alive = () =>
      [...document.querySelectorAll("popgrad-figure")].filter((element) =>
        element.shadowRoot?.querySelector("popgrad-panel[data-alive] .marks"),
      ).length;
    for (let place = 0; alive() < wanted; place += 1) {
      if (performance.now() > patience) throw new Error(`${alive()} of ${wanted} figures drew`);
      // What is far down begins when the reader comes near.
      const elements = [...document.querySelectorAll("popgrad-figure")];
      elements[place % elements.length]?.scrollIntoView();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, count);
}

/**
 * The first or a later event of a kind that the page has heard.
 * @param {Page} page
 * @param {string} type
 * @param {number} [which]
 */
function heard(page, type, which = 1) {
  return page.evaluate(
    async (wanted, count) => {
      const patience = performance.now() + 30_000;
      /** @returns {{ type: string, detail: { state?: object, message?: string } }[]} */
      const all = () =>
        Reflect.get(globalThis, "heard").filter(
          (/** @type {{ type: string }} */ event) => event.type === wanted,
        );
      while (all().length < count) {
        if (performance.now() > patience) throw new Error(`heard ${wanted} ${all().length} times`);
        for (const element of document.querySelectorAll("popgrad-figure")) element.scrollIntoView();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return /** @type {{ detail: { state?: object, message?: string } }} */ (all()[count - 1]);
    },
    type,
    which,
  );
}

/** Runs in the page: what the page and its figures took from each other. */
function looks() {
  const inside = [...document.querySelectorAll("popgrad-figure")].map(
    (element) => element.shadowRoot,
  );
  const lead = document.querySelector(".lead");
  const title = inside[1]?.querySelector(".figure-title");
  return {
    engines: performance.getEntriesByName("full-engine").length,
    fallbacks: inside.filter((root) => root?.querySelector("slot:not([hidden])")).length,
    isRed: [lead, title].map(
      (element) => element && getComputedStyle(element).color === "rgb(255, 0, 0)",
    ),
    scheme: title && getComputedStyle(title).colorScheme,
    sheets: document.adoptedStyleSheets.length,
    root: document.documentElement.getAttributeNames(),
  };
}

/**
 * Runs in the page: brings the reader's keys to an element of the first figure.
 * @param {string} selector
 */
function focusIn(selector) {
  const root = document.querySelector("popgrad-figure")?.shadowRoot;
  /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector))?.focus();
}

/**
 * Runs in the page.
 * @param {unknown} state
 * @returns {readonly string[]}
 */
function setState(state) {
  const element = document.querySelector("popgrad-figure");
  return Reflect.get(element ?? {}, "setState").call(element, state);
}

/** Runs in the page. */
function getState() {
  const element = document.querySelector("popgrad-figure");
  return Reflect.get(element ?? {}, "getState").call(element);
}

/** Runs in the page: what the controls of the first figure show. */
function values() {
  const root = document.querySelector("popgrad-figure")?.shadowRoot;
  const field = (/** @type {string} */ id) =>
    /** @type {HTMLInputElement | null | undefined} */ (
      root?.querySelector(`.controls [parameter=${id}] input.field`)
    )?.value;
  const hidden = [...(root?.querySelectorAll(".controls [parameter]") ?? [])].filter(
    (control) => control.getClientRects().length === 0,
  );
  return {
    size: field("size"),
    step: field("step"),
    hidden: hidden.map((control) => control.getAttribute("parameter")),
  };
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function wordsIn(selector) {
  const root = document.querySelector("popgrad-figure")?.shadowRoot;
  return root?.querySelector(selector)?.textContent ?? "";
}

/**
 * Runs in the page: waits until some figure says this there.
 * @param {string} selector
 * @param {string} words
 */
async function untilWords(selector, words) {
  const patience = performance.now() + 20_000;
  const said = () =>
    [...document.querySelectorAll("popgrad-figure")].map(
      (element) => element.shadowRoot?.querySelector(selector)?.textContent ?? "",
    );
  while (!said().some((text) => text.includes(words))) {
    if (performance.now() > patience) throw new Error(`“${words}” is not in ${said().join()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in the page: what each figure says in its place. */
function notices() {
  return [...document.querySelectorAll("popgrad-figure")].map(
    (element) => element.shadowRoot?.querySelector(".home > .engine-notice")?.textContent ?? "",
  );
}

/** Runs in the page: how many figures show what the page has put into them. */
function fallbacksSeen() {
  return [...document.querySelectorAll("popgrad-figure img")].filter(
    (image) => image.getClientRects().length > 0,
  ).length;
}

/** Runs in the page: how many still pictures are seen in figures. */
function stillPictures() {
  const pictures = [...document.querySelectorAll("popgrad-figure")].flatMap((element) => [
    ...(element.shadowRoot?.querySelectorAll(".picture :is(svg, img)") ?? []),
  ]);
  return pictures.filter((picture) => picture.getClientRects().length > 0).length;
}

/** Runs in the page: waits until the first figure's long computation has come to its end. Out of view it would rest. */
async function untilComputed() {
  document.querySelector("popgrad-figure")?.scrollIntoView({ block: "start", behavior: "instant" });
  const patience = performance.now() + 60_000;
  const root = document.querySelector("popgrad-figure")?.shadowRoot;
  const isDone = () =>
    root?.querySelector("popgrad-panel[data-alive] .marks") &&
    root.querySelector(".computing:not([hidden])") === null;
  for (let calm = 0; calm < 20; calm = isDone() ? calm + 1 : 0) {
    if (performance.now() > patience) throw new Error("the runs are not computed");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
