/** Prints how long a code cell takes, with its message to the worker and back, and beside MicroPython. */
import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { chromium } from "../tests/harness/browsers/chromium.mjs";
import { DEFAULTS } from "../tests/harness/page.mjs";
import { startBenchHost } from "./host.mjs";

const ROUNDS = 3;

/** The bounds: milliseconds of a message to the worker and back, and how often as fast as MicroPython. */
const TRIP = 1;
const RATIO = 2;

/** @param {string} path inside the crates */
const crate = (path) => readFile(new URL(`../../crates/${path}`, import.meta.url), "utf8");

/** @type {{ name: string, code: string }[]} */
const seed = JSON.parse(await crate("autodiff/tests/golden/seed.json"));
const population = await crate("cells/tests/corpus/population_node.py");
const host = await startBenchHost();
const page = await chromium.open(host.address, DEFAULTS);
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { trip, cells, micropython, agree } = await page.evaluate(
      async (glue, snippet, python) => {
        /** @type {typeof import("./page/cells/measure.mjs")} */
        const { measureCells } = await import(
          new URL("./cells/measure.mjs", document.baseURI).href
        );
        return measureCells(new URL(".", glue).href, snippet, python);
      },
      host.glue,
      seed[0]?.code ?? "",
      population,
    );
    if (!agree) throw new Error("the cells and MicroPython print other gradients");
    process.stdout.write(
      `a snippet of the seed, to the worker and back: ${trip.toFixed(2)} ms [${TRIP}]; ` +
        `1000 runs of x * x + x: ${cells.toFixed(0)} ms, MicroPython ${micropython.toFixed(0)} ms, ` +
        `ratio ${(micropython / cells).toFixed(2)} [${RATIO}] (load ${loadavg()[0]?.toFixed(1)})\n`,
    );
  }
} finally {
  await page.close();
  await host.close();
}
