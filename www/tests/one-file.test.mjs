/** Figures as pages that are one file: opened from a disk, with no host and no network. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { TARGET } from "./harness/paths.mjs";

const FILES = join(TARGET, "forms/file");
const FROM_DISK = `${pathToFileURL(FILES).href}/`;
const MODULES = new URL("modules/", import.meta.url).href;

inEachBrowser(
  "a figure in one file is alive and computes in workers",
  async ({ open, browser }) => {
    const page = await open({ at: FROM_DISK, path: "xor-success.html" });
    const before = await page.evaluate(untilComputed, "2");
    await page.evaluate(focusSlider, "hidden");
    await page.press("ArrowRight");
    const after = await page.evaluate(untilComputed, "3");
    assert.notEqual(after, before);
    const asked = (await page.requests()).filter((address) => !/^(data|blob):/.test(address));
    assert.ok(asked.length <= 1, asked.join());
    if (browser.recordsConsole) assert.deepEqual(await page.consoleMessages(), []);
  },
);

inEachBrowser("a file is as its settings say that stand inside it", async ({ open }) => {
  const folder = await mkdtemp(join(tmpdir(), "popgrad-file-"));
  const settings = "theme=dark&xor.hidden=4&xor.output_hide=true";
  const page = await readFile(join(FILES, "xor-success.html"), "utf8");
  const empty = '<meta name="popgrad" content="">';
  assert.equal(page.split(empty).length, 2);
  const set = page.replace(empty, empty.replace('""', `"${settings.replaceAll("&", "&amp;")}"`));
  await writeFile(join(folder, "set.html"), set);
  try {
    const opened = await open({ at: `${pathToFileURL(folder).href}/`, path: "set.html" });
    await opened.evaluate(untilComputed, "4");
    assert.equal(await opened.evaluate(() => document.documentElement.dataset["theme"]), "dark");
    assert.equal(await opened.evaluate(height, "[parameter=output]"), 0);
    assert.ok((await opened.evaluate(height, "[parameter=targets]")) > 20);
  } finally {
    await rm(folder, { recursive: true });
  }
});

inEachBrowser(
  "every figure comes alive from its file, in a frame of another file",
  async ({ open }) => {
    const names = await readdir(FILES);
    assert.ok(names.length >= 11, `${names.length} files`);
    const page = await open({ at: MODULES, path: "host-page.html" });
    for (const name of names) {
      await page.evaluate((file) => Reflect.get(globalThis, "embed")(file), FROM_DISK + name);
      await page.evaluate(() => Reflect.get(globalThis, "heard")({ type: "popgrad:ready" }));
    }
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { only: ["Chromium"] },
);

/**
 * Runs in the page: waits until every run has been computed for so many hidden units, and tells the numbers.
 * @param {string} hidden
 */
async function untilComputed(hidden) {
  const field = () => document.querySelector("[parameter=hidden] input.field");
  const data = () => document.querySelector("popgrad-panel details.data");
  const patience = performance.now() + 60_000;
  const isDone = () =>
    field() instanceof HTMLInputElement &&
    Reflect.get(field() ?? {}, "value") === hidden &&
    document.querySelector("popgrad-panel[data-alive] .marks") !== null &&
    document.querySelector(".computing:not([hidden])") === null;
  for (let calm = 0; calm < 20; calm = isDone() ? calm + 1 : 0) {
    if (performance.now() > patience) throw new Error("the runs are not computed");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  data()?.setAttribute("open", "");
  await new Promise((resolve) => setTimeout(resolve, 400));
  return data()?.textContent ?? "";
}

/**
 * Runs in the page.
 * @param {string} parameter
 */
function focusSlider(parameter) {
  /** @type {HTMLInputElement | null} */
  const input = document.querySelector(`[parameter=${parameter}] input[type=range]`);
  input?.focus();
}

/**
 * Runs in the page: how high a control is.
 * @param {string} selector
 */
function height(selector) {
  return document.querySelector(`.controls ${selector}`)?.getBoundingClientRect().height ?? -1;
}
