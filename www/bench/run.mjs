/**
 * Measures the engine beside plain JavaScript in Chromium and prints a table of medians:
 * `node bench/run.mjs <rounds> <workload file> ...`.
 */
import { loadavg } from "node:os";
import { chromium } from "../tests/harness/browsers/chromium.mjs";
import { DEFAULTS } from "../tests/harness/page.mjs";
import { startBenchHost } from "./host.mjs";
import { HEADING, resultLine } from "./table.mjs";

const [rounds = "", ...files] = process.argv.slice(2);

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/** What the page's module is called there. */
const MEASURE = "./measure.mjs";

/** @typedef {typeof import("./page/measure.mjs")} Measure */

const host = await startBenchHost();
const page = await chromium.open(host.address, DEFAULTS);
try {
  print(`Chromium ${await version()}, medians of ${rounds} rounds`);
  print(HEADING);
  for (const file of files) await measureFile(file);
} finally {
  await page.close();
  await host.close();
}

/** @param {string} file */
async function measureFile(file) {
  const count = await page.evaluate(
    async (module, name) => {
      /** @type {Measure} */
      const { rowCount } = await import(new URL(module, document.baseURI).href);
      return rowCount(name);
    },
    MEASURE,
    file,
  );
  for (let index = 0; index < count; index++) {
    try {
      await measureRow(file, index);
    } catch (error) {
      process.exitCode = 1;
      print(`${file}, row ${index + 1}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/**
 * @param {string} file
 * @param {number} index of the row
 */
async function measureRow(file, index) {
  const row = await page.evaluate(
    async (module, ...words) => {
      /** @type {Measure} */
      const { prepare } = await import(new URL(module, document.baseURI).href);
      return prepare(...words);
    },
    MEASURE,
    host.glue,
    file,
    index,
  );
  const times = [];
  for (let done = 0; done < Number(rounds); done++) times.push(await oneRound());
  print(resultLine(row, times, loadavg()[0] ?? Number.NaN));
}

function oneRound() {
  return page.evaluate(async (module) => {
    /** @type {Measure} */
    const { round } = await import(new URL(module, document.baseURI).href);
    return round();
  }, MEASURE);
}

/** Chromium's full version; the user agent's text tells the first number only. */
function version() {
  return page.evaluate(async () => {
    /** @type {{ getHighEntropyValues: (hints: string[]) => Promise<{ uaFullVersion: string }> } | undefined} */
    const data = Reflect.get(navigator, "userAgentData");
    return (
      (await data?.getHighEntropyValues(["uaFullVersion"]))?.uaFullVersion ?? "of unknown version"
    );
  });
}
