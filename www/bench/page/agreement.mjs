/** How far two sides may differ, relative to the larger of 1 and the plain side's number. */
const TOLERANCE = 1e-9;

/**
 * Throws unless both sides compute the same numbers.
 * @param {string} name of the row
 * @param {import("./row.mjs").Sides} sides
 */
export function demandAgreement(name, { plain, engine }) {
  const expected = Array.from(plain.check());
  const found = Array.from(engine.check());
  if (found.length !== expected.length || expected.length === 0) {
    throw new Error(
      `${name}: plain JavaScript gives ${expected.length} numbers, the engine ${found.length}`,
    );
  }
  for (const [index, number] of expected.entries()) {
    const distance = Math.abs(number - (found[index] ?? Number.NaN));
    // Written so that a NaN on either side does not agree.
    if (!(distance <= TOLERANCE * Math.max(1, Math.abs(number)))) {
      throw new Error(
        `${name}: number ${index} is ${number} in plain JavaScript and ${found[index]} in the engine`,
      );
    }
  }
}
