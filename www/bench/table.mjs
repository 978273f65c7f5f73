/** The lines of the table of measurements. */

/** What the numbers after a line's name are. */
export const HEADING = line("", "plain", "engine", "ratio", "floor", "load");

/** @typedef {import("./page/measure.mjs").Description} Description */

/**
 * Medians over the rounds. The ratio is the median of each round's own, since the machine may be
 * busier in one round than in another.
 * @param {Description} row
 * @param {import("./page/measure.mjs").Times[]} rounds
 * @param {number} load of the machine, over the last minute
 */
export function resultLine(row, rounds, load) {
  const plain = median(rounds.map((times) => times.plain));
  const engine = median(rounds.map((times) => times.engine));
  const ratio = median(rounds.map((times) => times.plain / times.engine));
  const unit = row.shown === "rate" ? `${row.unit}s per second` : `time per ${row.unit}`;
  return line(
    `${row.name}, ${unit}`,
    shown(row, plain),
    shown(row, engine),
    ratio.toFixed(2),
    row.floor?.toString() ?? "-",
    load.toFixed(1),
  );
}

/** @param {Description} row @param {number} seconds for one unit */
function shown(row, seconds) {
  return row.shown === "rate" ? rate(1 / seconds) : time(seconds);
}

/** @param {number} number @returns {string} three digits and a prefix */
function rate(number) {
  if (number >= 1e6) return `${(number / 1e6).toPrecision(3)} M`;
  if (number >= 1e3) return `${(number / 1e3).toPrecision(3)} k`;
  return number.toPrecision(3);
}

/** @param {number} seconds @returns {string} three digits and a unit */
function time(seconds) {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  if (seconds >= 1e-3) return `${(seconds * 1e3).toPrecision(3)} ms`;
  if (seconds >= 1e-6) return `${(seconds * 1e6).toPrecision(3)} µs`;
  return `${(seconds * 1e9).toPrecision(3)} ns`;
}

/**
 * @param {string} name
 * @param {...string} numbers
 */
function line(name, ...numbers) {
  return name.padEnd(58) + numbers.map((number) => number.padStart(10)).join("");
}

/** @param {number[]} numbers at least one */
function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
