/** The measuring itself; runs in the page, one call for each round. */
import { demandAgreement } from "./agreement.mjs";

/** A sample of the faster side lasts at least this long, in milliseconds: the clock counts in 0.1. */
const SHORTEST_SAMPLE = 60;

/**
 * @typedef {{ plain: number, engine: number }} Times seconds for one unit of work
 *
 * @typedef {object} Description
 * @property {string} name
 * @property {string} unit
 * @property {"rate" | "time"} shown
 * @property {number | null} floor
 */

/** @type {{ row: import("./row.mjs").Row, sides: import("./row.mjs").Sides, count: number } | undefined} */
let current;

/**
 * @param {string} file of the workload
 * @returns {Promise<number>} how many rows it has
 */
export async function rowCount(file) {
  return (await rowsOf(file)).length;
}

/**
 * Makes both sides of a row, demands that they agree, warms them up and finds how much work makes a
 * sample long enough.
 * @param {string} glue the address of the engine's glue
 * @param {string} file of the workload
 * @param {number} index of the row in it
 * @returns {Promise<Description>}
 */
export async function prepare(glue, file, index) {
  const row = (await rowsOf(file))[index];
  if (row === undefined) throw new Error(`${file} has no row ${index}`);
  /** @type {import("./row.mjs").Engine} */
  const engine = await import(glue);
  await engine.default();
  const sides = row.sides(engine);
  demandAgreement(row.name, sides);
  current = { row, sides, count: sampleSize(sides) };
  const { name, unit, shown, floor = null } = row;
  return { name, unit, shown, floor };
}

/**
 * One round: both sides do the same work, one after the other.
 * @returns {Times}
 */
export function round() {
  if (current === undefined) throw new Error("no row is prepared");
  const { row, sides, count } = current;
  const units = 1000 * count * row.amount;
  return {
    plain: milliseconds(sides.plain, count) / units,
    engine: milliseconds(sides.engine, count) / units,
  };
}

/** @param {string} file @returns {Promise<import("./row.mjs").Row[]>} */
async function rowsOf(file) {
  return (await import(`./workloads/${file}`)).rows;
}

/**
 * How often a sample runs the work. Finding it warms both sides up.
 * @param {import("./row.mjs").Sides} sides
 */
function sampleSize({ plain, engine }) {
  let count = 1;
  while (Math.min(milliseconds(plain, count), milliseconds(engine, count)) < SHORTEST_SAMPLE) {
    count *= 2;
  }
  return count;
}

/**
 * @param {import("./row.mjs").Side} side
 * @param {number} count
 */
function milliseconds(side, count) {
  const start = performance.now();
  side.run(count);
  return performance.now() - start;
}
