/** The packages for learning platforms, unpacked and run by one: scorm-again, another's reading of SCORM 1.2. */
import assert from "node:assert/strict";
import { copyFile, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { focusWithin, untilDrawn, within } from "../harness/frame.mjs";
import { TARGET } from "../harness/paths.mjs";
import { temporaryFolder } from "../harness/programs.mjs";
import { python, unzip } from "../harness/python.mjs";

/** @typedef {import("../harness/page.mjs").Page} Page */

const PACKAGES = join(TARGET, "forms/scorm");
const RUNTIME = createRequire(import.meta.url).resolve("scorm-again/scorm12/min");
const PLATFORM = "learning-platform.html";
const OPTIONS = { host: { isOpen: true }, needs: [python] };

inEachBrowser(
  "every package unpacks, names its page and runs to its end without an error",
  async ({ open, host }) => {
    const slugs = (await readdir(PACKAGES)).filter((name) => name.endsWith(".zip"));
    assert.ok(slugs.length >= 11, `${slugs.length} packages`);
    await onPlatform(slugs, async (folder) => {
      host.show(folder);
      const page = await open({ path: PLATFORM });
      for (const name of slugs) {
        const manifest = await readFile(join(folder, name, "imsmanifest.xml"), "utf8");
        const { schema, version, href, files, title } = await page.evaluate(read, manifest);
        assert.deepEqual([schema, version], ["ADL SCORM", "1.2"], name);
        assert.ok(title.length > 5, name);
        const packed = await readdir(join(folder, name));
        assert.deepEqual(["imsmanifest.xml", ...files].sort(), packed.sort(), name);
        await begin(page, `${name}/${href}`);
        const { enabled } = await untilDrawn(page, name);
        assert.ok(enabled > 0, `${name} can be moved`);
        const { status, time } = await leave(page);
        assert.equal(status, "incomplete", name);
        assert.match(time, /^0000:00:\d\d\.00$/, name);
        assert.deepEqual(await page.evaluate(refused), [], name);
        assert.deepEqual(await page.evaluate(firstAndLast), ["LMSInitialize", "LMSFinish"], name);
      }
      assert.deepEqual(await page.consoleMessages(), []);
    });
  },
  { ...OPTIONS, only: ["Chromium"], patience: 240_000 },
);

inEachBrowser(
  "a learner goes on where he stopped, and has completed the lesson with his answer",
  async ({ open, host }) => {
    await onPlatform(["depth-decay.zip"], async (folder) => {
      host.show(folder);
      const page = await open({ path: PLATFORM });
      const lesson = "depth-decay.zip/index.html";
      const field = "popgrad-slider[parameter=layers] input.field";
      await begin(page, lesson);
      await focusWithin(page, "popgrad-slider[parameter=layers] input[type=range]");
      await page.press("Home");
      const stopped = await leave(page);
      assert.deepEqual([stopped.status, stopped.comesBack], ["incomplete", true]);

      await begin(page, lesson, stopped);
      await focusWithin(page, "popgrad-prediction button[value=commit]");
      assert.equal(await within(page, field, "value"), "1");
      await page.press("Enter");
      await page.evaluate(untilCompleted);
      const answered = await leave(page);
      assert.deepEqual([answered.status, answered.score], ["completed", "100"]);

      await begin(page, lesson, answered);
      await focusWithin(page, "popgrad-slider[parameter=layers] input[type=range]");
      assert.equal(await within(page, field, "value"), "1");
      const last = await leave(page);
      assert.equal(last.status, "completed");
      assert.deepEqual(await page.evaluate(refused), []);
    });
  },
  OPTIONS,
);

inEachBrowser(
  "a lesson that cannot reach its platform is alive and says nothing of it",
  async ({ open, host }) => {
    await onPlatform(["depth-decay.zip"], async (folder) => {
      host.show(folder);
      const page = await open({ path: PLATFORM });
      await page.evaluate(() => Reflect.get(globalThis, "begin")());
      const { experiment } = await page.evaluate(untilAliveInSandbox);
      assert.equal(experiment, "depth-decay");
      assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "calls")), []);
      assert.deepEqual(await page.consoleMessages(), []);
    });
  },
  { ...OPTIONS, only: ["Chromium"] },
);

/**
 * Unpacks packages, each into a folder of its name, beside the platform's page.
 * @param {string[]} names
 * @param {(folder: string) => Promise<void>} body
 */
async function onPlatform(names, body) {
  const { path, remove } = temporaryFolder();
  try {
    for (const name of names) await unzip(join(PACKAGES, name), join(path, name));
    for (const file of [PLATFORM, "learning-platform.js"]) {
      await copyFile(new URL(`pages/${file}`, import.meta.url), join(path, file));
    }
    await copyFile(RUNTIME, join(path, "scorm12.min.js"));
    await body(path);
  } finally {
    remove();
  }
}

/**
 * Runs in the platform: what a manifest says of its one lesson, as a platform follows it.
 * @param {string} manifest
 */
function read(manifest) {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  const words = (/** @type {string} */ selector) => xml.querySelector(selector)?.textContent ?? "";
  const chosen = xml.querySelector("organizations")?.getAttribute("default");
  const item = xml.querySelector(`organization[identifier="${chosen}"] > item`);
  const resource = xml.querySelector(
    `resource[identifier="${item?.getAttribute("identifierref")}"]`,
  );
  return {
    schema: words("metadata > schema"),
    version: words("metadata > schemaversion"),
    title: item?.querySelector("title")?.textContent ?? "",
    href: resource?.getAttribute("href") ?? "",
    files: [...(resource?.querySelectorAll("file") ?? [])].map((file) => file.getAttribute("href")),
  };
}

/**
 * Begins an attempt in the platform.
 * @param {Page} page
 * @param {string} lesson its address
 * @param {unknown} [kept] of the attempt before
 */
function begin(page, lesson, kept) {
  return page.evaluate(
    (address, before) => {
      Reflect.get(globalThis, "begin")(before ?? undefined);
      Reflect.get(globalThis, "show")(address);
    },
    lesson,
    kept ?? null,
  );
}

/**
 * Leaves the lesson.
 * @param {Page} page
 */
function leave(page) {
  return page.evaluate(() => Reflect.get(globalThis, "leave")());
}

/** Runs in the platform: the calls that it refused. */
function refused() {
  return Reflect.get(globalThis, "calls").filter(
    (/** @type {{ error: string }} */ { error }) => error !== "0",
  );
}

/** Runs in the platform: the names of the first and of the last call. */
function firstAndLast() {
  const calls = Reflect.get(globalThis, "calls");
  return [calls[0]?.name, calls.at(-1)?.name];
}

/** Runs in the platform: waits until the lesson is completed, so not only when it is left. */
async function untilCompleted() {
  const patience = performance.now() + 5_000;
  const says = (/** @type {{ words: string[] }} */ { words }) => words[1] === "completed";
  while (!Reflect.get(globalThis, "calls").some(says)) {
    if (performance.now() > patience) throw new Error("the answer completes nothing");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs in the platform: shows the lesson in a frame that has no origin, until it is alive. */
function untilAliveInSandbox() {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("the lesson is not alive")), 20_000);
    addEventListener("message", ({ data }) => data?.type === "popgrad:ready" && resolve(data));
    Reflect.get(globalThis, "show")("depth-decay.zip/index.html", { sandbox: "allow-scripts" });
  });
}
