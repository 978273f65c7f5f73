/** Prints how long the trainability map takes, the engine in two workers beside plain JavaScript in one. */
import { loadavg } from "node:os";
import { chromium } from "../tests/harness/browsers/chromium.mjs";
import { DEFAULTS } from "../tests/harness/page.mjs";
import { startBenchHost } from "./host.mjs";

const ROUNDS = 3;
const WORKERS = 2;
/** Runs near the border are chaotic: one rounding more or less and they are other runs. */
const AGREEING = 0.97;

/** @typedef {typeof import("./page/map/measure.mjs")} Measure */

const host = await startBenchHost();
const page = await chromium.open(host.address, DEFAULTS);
try {
  for (let round = 0; round < ROUNDS; round++) {
    const { engine, plain, agreeing } = await page.evaluate(
      async (glue, workers) => {
        /** @type {Measure} */
        const { measureMap } = await import(new URL("./map/measure.mjs", document.baseURI).href);
        return measureMap(glue, workers);
      },
      host.glue,
      WORKERS,
    );
    if (!(agreeing >= AGREEING)) throw new Error(`only ${agreeing} of the cells agree`);
    const seconds = [engine, plain].map((time) => (time / 1000).toFixed(2));
    process.stdout.write(
      `map of 256x256 runs of 200 steps: ${seconds[0]} s in ${WORKERS} workers, plain JavaScript in one ${seconds[1]} s, ` +
        `ratio ${(plain / engine).toFixed(2)} (${(100 * agreeing).toFixed(1)} % of the cells alike, load ${loadavg()[0]?.toFixed(1)})\n`,
    );
  }
} finally {
  await page.close();
  await host.close();
}
