/** The pool of workers: order, cancelling, rest off screen, the cache, and workers that die. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { runModule } from "./harness/module.mjs";

/** @param {string} name */
const local = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The pool's own sources, as one module of the tests. */
function bundled() {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        export { ResultCache } from "./cache.ts";
        export { LongWork } from "./long-work.ts";
        export { Pool } from "./pool.ts";`,
      resolveDir: local("../src/pool"),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const host = {
  modules: {
    "pool-sources.mjs": bundled(),
    "fake-worker.mjs": await readFile(local("modules/fake-worker.mjs"), "utf8"),
  },
};

inEachBrowser(
  "long computations run in order, are cancelled, rest, are kept, and outlive a worker that dies",
  async ({ openAlive }) => {
    const page = await openAlive();
    const { dead, ...seen } = /** @type {Record<string, unknown>} */ (
      await runModule(page, "long-work.mjs")
    );
    assert.deepEqual(seen, {
      parts: 6,
      inOrder: true,
      several: true,
      progress: [6, 6],
      offScreen: 0,
      afterChange: ["b 0", "b 1", "b 2", "b 3", "b 4", "b 5"],
      backAtOnce: ["a 0", "a 1", "a 2", "a 3", "a 4", "a 5"],
      replaced: ["crash once 0"],
      refused: "no such setting",
      rested: 0,
    });
    assert.match(String(dead), /^A long computation stopped twice \(.*\)\./);
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { host },
);

inEachBrowser("an experiment with long computations shows their results", async (bench) => {
  const page = await bench.openAlive();
  const shown = await page.evaluate(async () => {
    const patience = performance.now() + 60_000;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const until = async (/** @type {() => boolean} */ done, /** @type {string} */ what) => {
      while (!done()) {
        if (performance.now() > patience) throw new Error(`${what} has not happened`);
        await frame();
      }
    };
    const progress = () => document.querySelector(".computing");
    await until(() => progress() !== null, "an experiment with long computations");
    const experiment = progress()?.closest("popgrad-experiment");
    experiment?.scrollIntoView();
    const bar = () => experiment?.querySelector("progress");
    await until(() => (bar()?.value ?? 0) > 0, "a first result");
    const isOver = () => progress()?.hasAttribute("hidden") === true;
    await until(isOver, "the last result");
    return {
      value: bar()?.value,
      max: bar()?.max,
      notice: experiment?.querySelector(".engine-notice")?.textContent,
    };
  });
  assert.ok(Number(shown.max) >= 1);
  assert.equal(shown.value, shown.max);
  assert.equal(shown.notice, "");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser(
  "once the workers are there, a first result comes at once",
  async ({ openAlive }) => {
    const page = await openAlive();
    const first = await page.evaluate(async () => {
      const patience = performance.now() + 60_000;
      const until = async (/** @type {() => unknown} */ done, /** @type {string} */ what) => {
        while (!done()) {
          if (performance.now() > patience) throw new Error(`${what} has not happened`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      };
      const progress = () => document.querySelector(".computing");
      await until(() => progress() !== null, "an experiment with long computations");
      const experiment = progress()?.closest("popgrad-experiment");
      experiment?.scrollIntoView();
      const isOver = () => progress()?.hasAttribute("hidden") === true;
      await until(() => isOver(), "the last result");
      const renew = () => experiment?.querySelector("popgrad-seed button:enabled");
      await until(renew, "a control of the seed");
      const from = performance.now();
      renew()?.dispatchEvent(new Event("click", { bubbles: true }));
      const value = () => experiment?.querySelector("progress")?.value ?? 0;
      await until(() => !isOver() && value() > 0, "a first result");
      return performance.now() - from;
    });
    process.stdout.write(`\na first result after ${Math.round(first)} ms, the bound is 100\n`);
    assert.ok(first < 5 * 100, `a first result after ${first} ms`);
  },
  { only: ["Chromium"] },
);
