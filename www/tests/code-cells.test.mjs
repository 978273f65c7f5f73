/** Code cells as a reader uses them: run, edited by real keys, kept, passed on by a link. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { DIST } from "./harness/server.mjs";

/** The cell of the reader's own. */
const OWN = "#own popgrad-cell";

inEachBrowser("a cell runs, and its slider drives what it puts out", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(pressed, OWN, "run");
  const first = await page.evaluate(output, OWN);
  assert.match(first.text, /^y = \[/);
  assert.deepEqual(first.figures, ["The gradient of each member"]);
  assert.equal(first.error, "");
  await page.evaluate(focused, `${OWN} input[type=range]`);
  await page.press("End");
  const moved = await page.evaluate(changed, OWN, first.text);
  assert.notEqual(moved.text, first.text);
  assert.ok(moved.isFocused, "the slider keeps the focus");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("every snippet of an experiment runs in the page", async ({ openAlive }) => {
  const page = await openAlive();
  const cells = await page.evaluate(() => {
    for (const code of document.querySelectorAll("details.code")) code.setAttribute("open", "");
    return [...document.querySelectorAll("popgrad-experiment popgrad-cell")].map((cell) =>
      cell.getAttribute("notebook"),
    );
  });
  assert.ok(cells.length > 1);
  for (const notebook of cells) {
    const cell = `popgrad-cell[notebook="${notebook}"]`;
    await page.evaluate(pressed, cell, "run");
    const { text, error } = await page.evaluate(output, cell);
    assert.equal(error, "", `${notebook}`);
    assert.ok(text.length > 0, `${notebook} prints something`);
  }
});

inEachBrowser("a cell is edited by keys: an error is marked, undone, left", async (bench) => {
  const page = await bench.openAlive();
  const original = await page.evaluate(codeOf, OWN);
  await page.evaluate(pressed, OWN, "edit");
  await page.evaluate(edited, OWN);
  await page.press("Control+End");
  await page.type("; x.gard");
  await page.press("Control+Enter");
  const wrong = await page.evaluate(output, OWN);
  assert.match(wrong.error, /^AttributeError: .*Did you mean “grad”\?/s);
  assert.match(wrong.error, /cell 1, line 6/);
  const marks = await page.evaluate(marked, OWN);
  assert.deepEqual(marks, { words: "x.gard", lines: 1 });
  await page.press("Control+z");
  const undone = await page.evaluate(edited, OWN);
  assert.ok(undone.length < original.length + "; x.gard".length, undone);
  await page.evaluate(pressed, OWN, "original");
  assert.equal(await page.evaluate(edited, OWN), original);
  await page.evaluate(focusedEditor, OWN);
  await page.press("Escape");
  await page.press("Tab");
  assert.equal(await page.evaluate(isInEditor, OWN), false, "Escape, then Tab leaves the editor");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("what is written stays in the browser and goes into the link", async (bench) => {
  const page = await bench.openAlive();
  await page.evaluate(pressed, OWN, "edit");
  await page.evaluate(edited, OWN);
  await page.press("Control+End");
  await page.type(" # mine");
  const { hash, kept } = await page.evaluate(leftAlone, "mine");
  assert.match(hash, /^#own&cell\.own=[\w-]+$/);
  assert.match(kept, /# mine/);
  const other = await bench.openAlive({ path: hash });
  const told = await other.evaluate(toldOf, OWN);
  assert.match(told.code, / # mine$/);
  assert.match(told.notice, /^This code came with the link\. It runs when you press Run/);
  assert.equal(told.output, "", "it does not run by itself");
  const broken = await bench.openAlive({ path: "#own&cell.own=nothing" });
  const { code, notice } = await broken.evaluate(toldOf, OWN);
  assert.match(notice, /cannot be read/);
  assert.equal(
    code,
    await page.evaluate(() => document.querySelector("#own pre")?.textContent ?? ""),
  );
});

inEachBrowser("other code from a link takes nothing from the reader", async (bench) => {
  const other = await bench.openAlive();
  await other.evaluate(pressed, OWN, "edit");
  await other.evaluate(edited, OWN);
  await other.press("Control+End");
  await other.type(" # theirs");
  const { hash } = await other.evaluate(leftAlone, "theirs");
  const page = await bench.openAlive();
  await page.evaluate(pressed, OWN, "edit");
  await page.evaluate(edited, OWN);
  await page.press("Control+End");
  await page.type(" # mine");
  await page.evaluate(leftAlone, "mine");
  await page.evaluate((link) => {
    location.hash = link;
  }, hash);
  const told = await page.evaluate(toldOf, OWN);
  assert.match(told.notice, /^This code came with the link/);
  assert.match(await page.evaluate(edited, OWN), / # theirs$/);
  await page.evaluate(focusedEditor, OWN);
  await page.press("Control+End");
  await page.type(" # changed");
  await page.evaluate(leftAlone, "changed");
  await page.evaluate(pressed, OWN, "earlier");
  assert.match(await page.evaluate(edited, OWN), / # mine$/);
  await page.evaluate(pressed, OWN, "earlier");
  assert.match(await page.evaluate(edited, OWN), / # theirs # changed$/);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("cells of a notebook share their names", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(pressed, OWN, "run");
  await page.evaluate(output, OWN);
  await page.evaluate(() => document.querySelector(".add-cell")?.dispatchEvent(new Event("click")));
  const second = '#own popgrad-cell[name="cell 2"]';
  await page.evaluate(edited, second);
  await page.evaluate(focusedEditor, second);
  await page.type("print(len(x.value))");
  await page.press("Control+Enter");
  assert.equal((await page.evaluate(output, second)).text, "3\n");
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  inEachBrowser(
    `axe finds nothing in an open editor and its output in the ${theme} theme`,
    async ({ openAlive }) => {
      const page = await openAlive({ theme, width: 360, height: 740 });
      await page.evaluate(pressed, OWN, "edit");
      await page.evaluate(edited, OWN);
      await page.press("Control+End");
      await page.type("; x.gard");
      await page.press("Control+Enter");
      await page.evaluate(output, OWN);
      assert.deepEqual(await violations(page, "#own"), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `the page is ${wide} pixels wide`);
    },
    { only: ["Chromium"] },
  );
}

inEachBrowser(
  "interpreter and editor are fetched when they are asked for",
  async ({ host, openAlive }) => {
    const page = await openAlive();
    const before = new Set(host.requests);
    await page.evaluate(pressed, OWN, "edit");
    await page.evaluate(edited, OWN);
    await page.press("Control+Enter");
    await page.evaluate(output, OWN);
    const later = [...new Set(host.requests)].filter(
      (path) => !before.has(path) && OF_CELLS.test(path),
    );
    const folder = new URL(host.address).pathname.length;
    const sizes = await Promise.all(
      later.map(async (path) => {
        const bytes = await readFile(new URL(path.slice(folder), `file://${DIST}`));
        return { path: path.slice(folder), bytes: gzipSync(bytes, { level: 9 }).length };
      }),
    );
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const lines = sizes.map(({ path, bytes }) => `${String(bytes).padStart(8)}  ${path}`);
    process.stdout.write(`\n${lines.join("\n")}\n${String(all).padStart(8)}  in all\n`);
    assert.ok(later.some((path) => path.endsWith("popgrad-web-cells_bg.wasm")));
    assert.ok(later.some((path) => /\/editor-/.test(path)));
    assert.ok(all <= LARGEST, `${all} bytes`);
  },
  { only: ["Chromium"] },
);

/** The files of interpreter and editor. */
const OF_CELLS = /\/(editor-|opened-|cells-worker|popgrad-web-cells)/;

/** What they weigh at most, in bytes as sent. */
const LARGEST = 510_000;

/**
 * Runs in the page: presses a button of a cell.
 * @param {string} cell
 * @param {string} button
 */
function pressed(cell, button) {
  const place = document.querySelector(cell);
  place?.closest("details")?.setAttribute("open", "");
  place?.scrollIntoView({ block: "center", behavior: "instant" });
  const found = place?.querySelector(`button.${button}`);
  if (!(found instanceof HTMLElement)) throw new Error(`${cell} has no button ${button}`);
  found.click();
}

/**
 * Runs in the page: what a cell has put out, once its run has ended.
 * @param {string} cell
 */
async function output(cell) {
  const place = document.querySelector(cell);
  const said = () => place?.querySelector("p.result")?.textContent ?? "";
  const before = said();
  const patience = performance.now() + 15_000;
  const isThere = () => place?.querySelector(".output > *") && !place.matches("[data-running]");
  while (!isThere() && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // What is said follows what is shown after a pause.
  for (let tenths = 0; tenths < 10 && said() === before; tenths += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const text = (/** @type {string} */ selector) =>
    place?.querySelector(selector)?.textContent ?? "";
  const titles = [...(place?.querySelectorAll(".output .figure-title") ?? [])];
  return {
    text: text(".output .printed"),
    error: text(".output .error"),
    figures: titles.map((one) => one.textContent),
  };
}

/**
 * Runs in the page: the text of a cell's output when it is another one than before.
 * @param {string} cell
 * @param {string} before
 */
async function changed(cell, before) {
  const place = document.querySelector(cell);
  const text = () => place?.querySelector(".output .printed")?.textContent ?? "";
  const patience = performance.now() + 10_000;
  while (text() === before && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { text: text(), isFocused: document.activeElement?.matches("input[type=range]") ?? false };
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function focused(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  found.focus();
}

/**
 * Runs in the page: the text in the editor of a cell, once that is there.
 * @param {string} cell
 */
async function edited(cell) {
  const patience = performance.now() + 15_000;
  const content = () =>
    document.querySelector(`${cell} .editor`)?.shadowRoot?.querySelector(".cm-content");
  while (!content() && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return [...(content()?.querySelectorAll(".cm-line") ?? [])]
    .map((line) => line.textContent)
    .join("\n");
}

/**
 * Runs in the page.
 * @param {string} cell
 */
function codeOf(cell) {
  return document.querySelector(`${cell} pre code`)?.textContent ?? "";
}

/**
 * Runs in the page: what is marked as faulty.
 * @param {string} cell
 */
async function marked(cell) {
  const root = document.querySelector(`${cell} .editor`)?.shadowRoot;
  const words = [...(root?.querySelectorAll(".cm-faulty") ?? [])].map((one) => one.textContent);
  return { words: words.join(""), lines: root?.querySelectorAll(".cm-faulty-line").length ?? 0 };
}

/**
 * Runs in the page.
 * @param {string} cell
 */
function focusedEditor(cell) {
  const content = document
    .querySelector(`${cell} .editor`)
    ?.shadowRoot?.querySelector(".cm-content");
  if (content instanceof HTMLElement) content.focus();
}

/**
 * Runs in the page.
 * @param {string} cell
 */
function isInEditor(cell) {
  return document.activeElement === document.querySelector(`${cell} .editor`);
}

/**
 * Runs in the page: the address and what the browser keeps, when the reader has paused.
 * @param {string} word that the reader has written
 */
async function leftAlone(word) {
  const kept = () => localStorage.getItem("popgrad.cells.own") ?? "";
  const before = location.hash;
  for (let tenths = 0; tenths < 50 && !kept().includes(word); tenths += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // The address follows as soon as the text is compressed.
  for (let tenths = 0; tenths < 10 && location.hash === before; tenths += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { hash: location.hash, kept: kept() };
}

/**
 * Runs in the page: a cell after a link has led to it.
 * @param {string} cell
 */
async function toldOf(cell) {
  const place = document.querySelector(cell);
  const text = (/** @type {string} */ selector) =>
    place?.querySelector(selector)?.textContent ?? "";
  for (let tenths = 0; tenths < 100 && text(".cell-notice") === ""; tenths += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { code: text("pre"), notice: text(".cell-notice"), output: text(".output") };
}
