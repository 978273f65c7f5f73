/** Members on their way into the engine's memory and out of it. */

import { described, refusal, UNNAMED, unfit } from "./message.js";
import { wasm } from "./slots.js";

/**
 * @typedef {Float64Array & { [index: number]: any }} Numbers
 *   With `any`, since TypeScript would take each for `number | undefined`.
 */

const EXPECTED =
  "a number, a list of numbers, a list of such lists (a matrix), a Float64Array or a PopulationNode";

/** So many members are copied one by one sooner than by a call, and have a room of their own in the engine. */
const FEW = 32;

/** The true length of a typed array: a property of its own may claim another. */
const { get: lengthOf } = /** @type {{ get: () => number }} */ (
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float64Array.prototype), "length")
);

/** How many members were put where the engine takes them. */
export let staged = 0;

/** Where few members are put, counted in members; never 0. */
let roomOfFew = 0;

/** The engine's memory. When that grows, the old view has no length any more. @type {Numbers} */
let memory = new Float64Array(0);

function refreshed() {
  if (memory.length === 0) memory = new Float64Array(wasm.memory.buffer);
  return memory;
}

/**
 * Puts the members of a leaf where the engine takes them.
 * @param {string} call
 * @param {unknown} value
 * @returns {number} of rows, 0 for a population
 */
export function stage(call, value) {
  if (Array.isArray(value)) return stageList(call, value);
  if (isNumbers(value)) {
    write(call, value, lengthOf.call(value));
  } else if (typeof value === "number") {
    write(call, [value], 1);
  } else {
    throw unfit(call, described(value), EXPECTED);
  }
  return 0;
}

/**
 * The same for the engine.
 * @param {unknown} value
 * @returns {number} of members
 */
export function stageMembers(value) {
  stage(UNNAMED, value);
  return staged;
}

/**
 * @param {string} call
 * @param {unknown[]} list
 */
function stageList(call, list) {
  if (Array.isArray(list[0])) return stageMatrix(call, list);
  const members = copied(call, list);
  write(call, members, members.length);
  return 0;
}

/**
 * @param {string} call
 * @param {unknown[]} list of rows
 */
function stageMatrix(call, list) {
  const rows = list.map((row) => {
    if (Array.isArray(row)) return copied(call, row);
    throw unfit(call, described(row), EXPECTED);
  });
  const columns = rows[0]?.length ?? 0;
  const other = rows.find((row) => row.length !== columns);
  if (other !== undefined) {
    throw unfit(call, `rows of ${columns} and ${other.length} members`, "rows of one length");
  }
  const all = new Float64Array(columns * rows.length);
  for (const [index, row] of rows.entries()) all.set(row, index * columns);
  write(call, all, all.length);
  return rows.length;
}

/**
 * The members of a list that are numbers, in a list of our own: reading another's may run code that
 * calls the engine.
 * @param {string} call
 * @param {unknown[]} list
 * @returns {number[] | Float64Array}
 */
function copied(call, list) {
  const copy = list.length > FEW ? new Float64Array(list.length) : new Array(list.length);
  for (let index = 0; index < copy.length; index++) {
    const member = list[index];
    if (typeof member !== "number") throw unfit(call, described(member), EXPECTED);
    copy[index] = member;
  }
  return copy;
}

/** @param {unknown} value @returns {value is Float64Array} */
function isNumbers(value) {
  // Not every object that claims to be one has members.
  return ArrayBuffer.isView(value) && value instanceof Float64Array;
}

/**
 * @param {string} call
 * @param {any[] | Numbers} members numbers
 * @param {number} length
 */
function write(call, members, length) {
  if (length === 0) {
    throw unfit(call, "an empty list, []", "one number or more for the members of a node");
  }
  if (length > FEW) {
    const start = (wasm.nodes_room(length) >>> 0) / 8;
    if (start === 0) throw refusal(call);
    refreshed()
      .subarray(start, start + length)
      .set(members);
  } else {
    if (roomOfFew === 0) roomOfFew = wasm.nodes_roomOfFew() / 8;
    const target = refreshed();
    for (let index = 0; index < length; index++) target[roomOfFew + index] = members[index];
  }
  staged = length;
}

/**
 * A copy of members in the engine's memory.
 * @param {string} call
 * @param {number} address
 * @param {number} length
 */
export function read(call, address, length) {
  const source = refreshed();
  const start = (address >>> 0) / 8;
  if (length > FEW) return withMemory(call, length, () => source.slice(start, start + length));
  /** @type {Numbers} */
  const copy = new Float64Array(length);
  for (let index = 0; index < length; index++) copy[index] = source[start + index];
  return copy;
}

/**
 * So many zeros.
 * @param {string} call
 * @param {number} length
 */
export function zeros(call, length) {
  return withMemory(call, length, () => new Float64Array(length));
}

/**
 * What `make` makes of so many members: asking for more memory than there is says who asked.
 * @param {string} call
 * @param {number} length
 * @param {() => Float64Array} make
 */
function withMemory(call, length, make) {
  try {
    return make();
  } catch {
    throw new Error(`${call}: there is no memory for a copy of ${length} members. Use fewer.`);
  }
}

/**
 * A copy of members that the engine shows.
 * @param {Float64Array} members
 */
export function copy(members) {
  return members.slice();
}
