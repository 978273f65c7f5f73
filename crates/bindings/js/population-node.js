/**
 * The class `PopulationNode`: numbered slots of the engine as objects. What it offers is declared in
 * `population-node.d.ts`, and for the operations in `operations.rs`.
 */

import { read, stage, staged, zeros } from "./members.js";
import { count, described, refusal, said, UNNAMED, unfit } from "./message.js";
import { Batch, freeSlot, nextSlot, takeSlot, wasm } from "./slots.js";

/** In place of values: the engine has filled the next slot already. */
const FILLED = Symbol("filled");

/** Where a number or a list that stands for a node is kept for the time of a call. */
const OPERAND = 1;

/** In place of an axis: all members. */
const WHOLE = -1;

/** In place of an address: no gradient has arrived. */
const ZEROS = 1;

/** The batch of a node that is not made yet. */
const NONE = new Batch(0);

/**
 * @typedef {object} Operations The names of the operations, in the engine's order.
 * @property {string[]} unary
 * @property {string[]} binary
 * @property {string[]} reductions
 */

/** @type {(operations: Operations) => void} */
let addOperations;

/** The slot of a node, 0 if it has been freed, and less for anything else. @type {(value: unknown) => number} */
let slotOf;

export class PopulationNode {
  #slot = 0;
  #members = 0;
  #batch = NONE;

  /**
   * @param {unknown} values
   * @param {number} [members] how many the node in the next slot has, where it is filled
   */
  constructor(values, members = 0) {
    this.#members = values === FILLED ? members : leaf("new PopulationNode", values, 0);
    this.#slot = nextSlot();
    this.#batch = takeSlot(this.#members);
  }

  static {
    slotOf = (value) =>
      typeof value === "object" && value !== null && #slot in value ? value.#slot : -1;

    addOperations = ({ unary, binary, reductions }) => {
      for (const [index, name] of unary.entries()) {
        method(name, function () {
          return made(name, wasm.nodes_unary(index, this.#slot, nextSlot()));
        });
      }
      for (const [index, name] of binary.entries()) {
        method(name, function (other) {
          const right = operand(name, other);
          const members = wasm.nodes_binary(index, this.#slot, right, nextSlot());
          if (right === OPERAND) wasm.nodes_free(OPERAND);
          return made(name, members);
        });
      }
      for (const [index, name] of reductions.entries()) {
        method(name, function (axis) {
          const along = axis === undefined || axis === null ? WHOLE : count(name, axis);
          return made(name, wasm.nodes_reduce(index, this.#slot, along, nextSlot()));
        });
      }
    };
  }

  get value() {
    const address = wasm.nodes_value(this.#slot);
    done("value", address);
    return read("value", address, this.#members);
  }

  set value(values) {
    stage("value", values);
    done("value", wasm.nodes_set(this.#slot, staged));
  }

  get grad() {
    const address = wasm.nodes_gradient(this.#slot);
    done("grad", address);
    const members = this.#members;
    return address === ZEROS ? zeros("grad", members) : read("grad", address, members);
  }

  get shape() {
    const rows = wasm.nodes_rows(this.#slot);
    if (rows < 0) throw refusal("shape");
    const members = this.#members;
    return Uint32Array.from(rows === 0 ? [members] : [rows, members / rows]);
  }

  get op() {
    done("op", wasm.nodes_op(this.#slot));
    return said();
  }

  get parents() {
    const slot = this.#slot;
    const count = wasm.nodes_parents(slot);
    if (count < 0) throw refusal("parents");
    return Array.from({ length: count }, (_, place) =>
      made("parents", wasm.nodes_parent(slot, place, nextSlot())),
    );
  }

  backprop() {
    done("backprop", wasm.nodes_backprop(this.#slot));
  }

  /** @param {unknown} seed */
  backpropWith(seed) {
    stage("backpropWith", seed);
    done("backpropWith", wasm.nodes_backpropWith(this.#slot, staged));
  }

  zeroGrad() {
    done("zeroGrad", wasm.nodes_zeroGrad(this.#slot));
  }

  toString() {
    done("toString", wasm.nodes_text(this.#slot));
    return said();
  }

  /** @param {unknown} exponent */
  powf(exponent) {
    if (typeof exponent !== "number") throw unfit("powf", described(exponent), "a number");
    return made("powf", wasm.nodes_powf(this.#slot, exponent, nextSlot()));
  }

  /** @param {unknown} at */
  index(at) {
    return made("index", wasm.nodes_index(this.#slot, count("index", at), nextSlot()));
  }

  /**
   * @param {unknown} start
   * @param {unknown} end
   */
  slice(start, end) {
    const [from, to] = [count("slice", start), count("slice", end)];
    return made("slice", wasm.nodes_slice(this.#slot, from, to, nextSlot()));
  }

  /**
   * @param {unknown} rows
   * @param {unknown} columns
   */
  reshape(rows, columns) {
    const [high, wide] = [count("reshape", rows), count("reshape", columns)];
    return made("reshape", wasm.nodes_reshape(this.#slot, high, wide, nextSlot()));
  }

  /** @param {unknown} parts */
  static concatenate(parts) {
    if (!Array.isArray(parts)) {
      throw unfit("concatenate", described(parts), "a list of PopulationNodes");
    }
    // All are nodes before the engine hears of the first: making them may run code that calls it.
    const nodes = Array.from(parts, (part) =>
      slotOf(part) < 0 ? made("concatenate", leaf("concatenate", part, 0)) : part,
    );
    wasm.nodes_clearParts();
    for (const node of nodes) done("concatenate", wasm.nodes_addPart(slotOf(node)));
    return made("concatenate", wasm.nodes_concatenate(nextSlot()));
  }

  free() {
    const slot = this.#slot;
    if (slot === 0) return;
    this.#slot = 0;
    freeSlot(slot, this.#batch);
  }
}

if (Symbol.dispose) {
  Object.defineProperty(PopulationNode.prototype, Symbol.dispose, {
    value: PopulationNode.prototype.free,
  });
}

/**
 * @param {string} name
 * @param {(this: PopulationNode, argument: unknown) => PopulationNode} value
 */
function method(name, value) {
  Object.defineProperty(value, "name", { value: name });
  Object.defineProperty(PopulationNode.prototype, name, {
    value,
    configurable: true,
    writable: true,
  });
}

/**
 * Gives the class the operations that the engine has.
 * @param {string} unary their names, each before a space
 * @param {string} binary
 * @param {string} reductions
 */
export function defineOperations(unary, binary, reductions) {
  const names = (/** @type {string} */ text) => text.trim().split(" ");
  addOperations({
    unary: names(unary),
    binary: names(binary),
    reductions: names(reductions),
  });
}

/**
 * The slot of a node that has not been freed.
 * @param {unknown} value
 */
export function slotOfNode(value) {
  const slot = slotOf(value);
  if (slot === 0) throw refusal(UNNAMED);
  if (slot < 0) throw unfit(UNNAMED, described(value), "a PopulationNode");
  return slot;
}

/**
 * The slots of the nodes in a list.
 * @param {unknown} list
 */
export function slotsOfNodes(list) {
  if (!Array.isArray(list)) throw unfit(UNNAMED, described(list), "a list of PopulationNodes");
  const slots = new Uint32Array(list.length);
  for (let index = 0; index < slots.length; index++) slots[index] = slotOfNode(list[index]);
  return slots;
}

/**
 * Makes a leaf in a slot, 0 for the next one.
 * @param {string} call
 * @param {unknown} values
 * @param {number} slot
 * @returns {number} how many members it has
 */
function leaf(call, values, slot) {
  const rows = stage(call, values);
  const members = wasm.nodes_leaf(staged, rows, slot === 0 ? nextSlot() : slot);
  if (members === 0) throw refusal(call);
  return members;
}

/**
 * The slot of the other operand, which numbers and lists have for the time of the call.
 * @param {string} call
 * @param {unknown} other
 */
function operand(call, other) {
  const slot = slotOf(other);
  if (slot >= 0) return slot;
  leaf(call, other, OPERAND);
  return OPERAND;
}

/**
 * The node that the engine has put into the next slot.
 * @param {string} call
 * @param {number} members how many it has, 0 where the engine refused
 */
function made(call, members) {
  if (members === 0) throw refusal(call);
  return new PopulationNode(FILLED, members);
}

/**
 * @param {string} call
 * @param {number} success 0 where the engine refused
 */
function done(call, success) {
  if (success === 0) throw refusal(call);
}
