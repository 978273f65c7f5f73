/**
 * The slots in which the engine keeps the nodes that JavaScript holds, and how they are given back.
 *
 * Slots come in batches of neighbours. The garbage collector watches one object a batch instead of one a node, which
 * costs more than a small operation: once nothing holds a node of a batch any more, all its slots are emptied.
 *
 * @typedef {import("popgrad-web").InitOutput} Exports
 */

/** How many slots one batch has. */
const SLOTS = 64;

/** A batch that holds more members than this takes no further nodes: what one live node can keep of the others is small. */
const FULL = 16_384;

/** The engine's own functions, which take and return numbers. @type {Exports} */
export let wasm;

/** @param {Exports} exports */
export function connect(exports) {
  wasm = exports;
}

/** Neighbouring slots. Each node holds its batch, so it is collected after the last of them. */
export class Batch {
  used = 0;
  live = 0;
  members = 0;

  /** @param {number} first of its slots */
  constructor(first) {
    this.first = first;
  }
}

/** The first slot of a batch that was never made. Slot 0 stays empty, the others of the first batch are for operands. */
let unused = SLOTS;

/** The first slots of batches that were collected. @type {number[]} */
const collected = [];

/** Batches whose nodes have all been freed. @type {Batch[]} */
const idle = [];

/** @type {FinalizationRegistry<number>} */
const watched = new FinalizationRegistry((first) => {
  wasm.nodes_freeRange(first, SLOTS);
  collected.push(first);
});

let current = anotherBatch();

/** The slot in which the next node belongs. */
export function nextSlot() {
  return current.first + current.used;
}

/**
 * Notes that the next slot has been filled.
 * @param {number} members of the node in it
 * @returns {Batch} to which the slot belongs
 */
export function takeSlot(members) {
  const batch = current;
  batch.live += 1;
  batch.used += 1;
  batch.members += members;
  if (batch.used === SLOTS || batch.members > FULL) current = anotherBatch();
  return batch;
}

/**
 * Empties a slot.
 * @param {number} slot
 * @param {Batch} batch to which it belongs
 */
export function freeSlot(slot, batch) {
  wasm.nodes_free(slot);
  batch.live -= 1;
  if (batch.live > 0) return;
  batch.used = 0;
  batch.members = 0;
  if (batch !== current) idle.push(batch);
}

function anotherBatch() {
  const free = idle.pop();
  if (free !== undefined) return free;
  const batch = new Batch(collected.pop() ?? unused);
  if (batch.first === unused) unused += SLOTS;
  watched.register(batch, batch.first);
  return batch;
}
