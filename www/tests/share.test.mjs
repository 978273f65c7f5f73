/** "Use this figure": what the dialog writes works where it is pasted. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { FORMS, queryOf } from "./harness/forms.mjs";

/** @typedef {import("./harness/page.mjs").Page} Page */

const SHARED = {
  title: 'Half of "all" [nets] < 3 & more',
  page: "https://host.example/figure/xor-net.html?xor.hidden=4&theme=dark",
  notebook: "https://host.example/?xor.hidden=4&theme=dark#xor",
  picture: "https://host.example/figure/xor-net.svg",
  script: "https://host.example/popgrad-figure.js",
  experiment: "xor",
  figure: "xor-net",
  version: "1.2.3",
  day: "2026-01-31",
  width: 720,
  height: 1100,
};

test("every frame has a size, a title for those who listen and its address whole", () => {
  const framed = FORMS.map(({ id, text }) => ({ id, text: text(SHARED) })).filter(({ text }) =>
    text.includes("<iframe"),
  );
  assert.ok(framed.length >= 6, `${framed.length} frames`);
  for (const { id, text } of framed) {
    const address =
      'src="https://host.example/figure/xor-net.html?xor.hidden=4&amp;theme=dark" width="720" height="1100"';
    assert.ok(text.includes(address), `${id}: ${text}`);
    assert.ok(text.includes('title="Half of &quot;all&quot; [nets] &lt; 3 &amp; more"'), id);
  }
});

test("the frame for learning platforms has no attribute that sanitisers remove", () => {
  const platform = FORMS.find(({ id }) => id === "platform")?.text(SHARED) ?? "";
  const names = [...platform.matchAll(/ ([a-z-]+)="/g)].map(([, name]) => name);
  assert.deepEqual(names, ["src", "width", "height", "title", "href"]);
});

test("the element keeps a picture with a link for where scripts are removed", () => {
  const element = FORMS.find(({ id }) => id === "element")?.text(SHARED) ?? "";
  assert.deepEqual(element.split("\n"), [
    '<script type="module" src="https://host.example/popgrad-figure.js" data-external="1"></script>',
    '<popgrad-figure experiment="xor" figure="xor-net" settings="xor.hidden=4&amp;theme=dark">',
    '  <a href="https://host.example/?xor.hidden=4&amp;theme=dark#xor"><img src="https://host.example/figure/xor-net.svg" alt="Half of &quot;all&quot; [nets] &lt; 3 &amp; more" width="100%"></a>',
    "</popgrad-figure>",
  ]);
});

test("settings are written as the query of a link", () => {
  const nothing = { values: {}, locked: [], theme: "auto", asks: true };
  assert.equal(queryOf(nothing), "");
  assert.equal(
    queryOf({ values: { "xor.hidden": "4" }, locked: ["xor.gain"], theme: "dark", asks: false }),
    "?xor.hidden=4&xor.gain_hide=true&theme=dark&predict=false",
  );
});

inEachBrowser(
  "a figure is set up, locked and copied by keys, and stands as it was set",
  async ({ openAlive, open, host }) => {
    const page = await openAlive({ path: "#depth-decay&depth-decay.layers=20&v=1" });
    await openDialog(page);
    assert.match(
      await page.evaluate(text),
      /figure\/depth-decay-layers\.html\?depth-decay\.layers=20"/,
    );
    await page.evaluate(focusOn, ".locks summary");
    await page.press("Enter");
    await page.evaluate(focusOn, '.locks input[value="depth-decay.weight"]');
    await page.press("Space");
    await page.evaluate(focusOn, "[name=asks]");
    await page.press("Space");
    const snippet = await page.evaluate(text);
    assert.match(snippet, /depth-decay\.weight_hide=true&amp;predict=false"/);
    const height = Number(/height="(\d+)"/.exec(snippet)?.[1]);
    assert.ok(height > 300, `${height} high`);
    await page.evaluate(focusOn, ".copy");
    await page.press("Enter");
    await page.evaluate(untilSaid);
    await page.press("Escape");
    assert.equal(await page.evaluate(() => document.querySelector("dialog")), null);
    assert.deepEqual(await page.consoleMessages(), []);

    await openDialog(page);
    await page.evaluate(choose, "element");
    const element = await page.evaluate(text);
    const slides = await open({ path: "__test__/element-page.html" });
    await slides.evaluate(paste, element);
    assert.deepEqual(await slides.evaluate(pastedElement), { layers: "20", seen: 0 });

    const course = await open({ path: "__test__/host-page.html" });
    await course.evaluate(paste, snippet);
    await course.evaluate(() => Reflect.get(globalThis, "heard")({ type: "popgrad:ready" }));
    assert.deepEqual(await course.evaluate(pasted), {
      layers: "20",
      weight: 0,
      prediction: 0,
      title: "Every tanh layer shrinks the gradient, and one saturated layer all but ends it",
    });
    assert.deepEqual(host.missing, []);
  },
);

inEachBrowser(
  "axe finds nothing in the dialog, and it fits a phone",
  async ({ openAlive }) => {
    const page = await openAlive({ path: "#depth-decay", width: 360, height: 740 });
    await openDialog(page);
    assert.deepEqual(await violations(page, "dialog"), []);
    const [content, room] = await page.evaluate(() => {
      const dialog = document.querySelector("dialog");
      return [dialog?.scrollWidth, dialog?.clientWidth];
    });
    assert.equal(content, room);
  },
  { only: ["Chromium"] },
);

/**
 * Opens the dialog of a figure by a key, and waits for the preview to tell its height.
 * @param {Page} page
 */
async function openDialog(page) {
  await page.evaluate(focusOn, "popgrad-experiment[slug=depth-decay] button[value=use]:enabled");
  await page.press("Enter");
  await page.evaluate(untilPreviewed);
}

/**
 * Runs in the page.
 * @param {string} selector
 */
async function focusOn(selector) {
  const patience = performance.now() + 20_000;
  /** @type {HTMLElement | null} */
  let element = null;
  while (element === null) {
    if (performance.now() > patience) throw new Error(`there is no ${selector}`);
    element = document.querySelector(selector);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  element.scrollIntoView({ block: "center" });
  element.focus();
}

/** Runs in the page. */
async function untilPreviewed() {
  const patience = performance.now() + 20_000;
  const text = () => document.querySelector("dialog textarea");
  while (!/height="[1-9]/.test(Reflect.get(text() ?? {}, "value") ?? "")) {
    if (performance.now() > patience) throw new Error("there is no preview");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  while (document.querySelectorAll("dialog .locks input").length === 0) {
    if (performance.now() > patience) throw new Error("nothing can be locked");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in the page. @returns {string} */
function text() {
  return Reflect.get(document.querySelector("dialog textarea") ?? {}, "value");
}

/** Runs in the page: the browser may refuse the clipboard, and then the text is selected. */
async function untilSaid() {
  const said = () => document.querySelector("dialog .copied")?.textContent ?? "";
  const patience = performance.now() + 5_000;
  while (!/^(Copied|Selected)/.test(said())) {
    if (performance.now() > patience) throw new Error("nothing is said of the copy");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Runs in a course page. Its own policy takes no styles from a text.
 * @param {string} snippet
 */
function paste(snippet) {
  const main = document.querySelector("main");
  if (main) main.innerHTML = snippet.replace(/ style="[^"]*"/, "");
}

/**
 * Runs in the page.
 * @param {string} form
 */
function choose(form) {
  const choice = document.querySelector("dialog [name=form]");
  Reflect.set(choice ?? {}, "value", form);
  choice?.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Runs in a course page: the number of layers of a living element, and how many pictures stand in for it. */
async function pastedElement() {
  const element = document.querySelector("popgrad-figure");
  const patience = performance.now() + 20_000;
  while (!element?.shadowRoot?.querySelector("popgrad-panel[data-alive] .marks")) {
    if (performance.now() > patience) throw new Error("the element is not alive");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const field = element.shadowRoot.querySelector("[parameter=layers] input.field");
  return {
    layers: Reflect.get(field ?? {}, "value"),
    seen: [...element.querySelectorAll("img")].filter((image) => image.getClientRects().length > 0)
      .length,
  };
}

/** Runs in a course page: what the reader has of the figure. */
function pasted() {
  const frame = document.querySelector("iframe");
  const inside = frame?.contentDocument;
  const height = (/** @type {string} */ selector) =>
    inside?.querySelector(selector)?.getBoundingClientRect().height;
  return {
    layers: Reflect.get(inside?.querySelector("[parameter=layers] input.field") ?? {}, "value"),
    weight: height(".controls [parameter=weight]"),
    prediction: height("popgrad-prediction"),
    title: frame?.title,
  };
}
