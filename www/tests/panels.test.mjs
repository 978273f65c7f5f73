/** A slider that moves keeps the page's script short. `cargo xtask bench` prints the same numbers. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { BUDGET, line, measurePanels } from "./harness/panels.mjs";

/** A test machine is slow and busy: only what is far off fails here. */
const PATIENCE = 5;

inEachBrowser(
  "every figure follows its slider within the budget",
  async ({ openAlive }) => {
    const page = await openAlive();
    const rounds = [await measurePanels(page)];
    // Other programs may hold the machine up for a while: what is slow again and again is slow.
    while (slowest(rounds).p95 > PATIENCE * BUDGET && rounds.length < 3) {
      rounds.push(await measurePanels(page));
    }
    for (const measured of best(rounds)) process.stdout.write(`# ${line(measured)}\n`);
    const { p95, ...rest } = slowest(rounds);
    assert.ok(p95 <= PATIENCE * BUDGET, line({ p95, ...rest }));
  },
  { only: ["Chromium"], patience: 240_000 },
);

/** @typedef {import("./harness/panels.mjs").Measured} Measured */

/**
 * Of every experiment the round in which it was fastest.
 * @param {Measured[][]} rounds
 */
function best(rounds) {
  const [first = [], ...others] = rounds;
  return first.map((measured, place) =>
    others.reduce((least, round) => {
      const other = round[place];
      return other !== undefined && other.p95 < least.p95 ? other : least;
    }, measured),
  );
}

/** @param {Measured[][]} rounds */
function slowest(rounds) {
  return best(rounds).reduce((most, one) => (one.p95 > most.p95 ? one : most));
}
