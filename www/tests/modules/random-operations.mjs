/**
 * Random sequences of operations through the JavaScript class, with input of every kind: whatever
 * comes, an operation gives a node or throws an Error, and never stops the engine.
 */

/** @typedef {typeof import("popgrad-web").PopulationNode} NodeClass */
/** @typedef {InstanceType<NodeClass>} Node */

const SEQUENCES = 400;
const STEPS = 40;

/** Input that a person may give by mistake. @type {unknown[]} */
const ODDITIES = [
  undefined,
  null,
  true,
  "seven",
  "",
  {},
  [],
  [[]],
  [[1], [1, 2]],
  [1, "2"],
  Number.NaN,
  Infinity,
  -0,
  -1,
  0.5,
  2 ** 53,
  1e300,
  10n,
  () => 0,
  new Float64Array(0),
  new Float32Array(3),
];

/** @param {{ PopulationNode: NodeClass, Tape: typeof import("popgrad-web").Tape }} engine */
export function run(engine) {
  const random = generator(1);
  const methods = Object.getOwnPropertyNames(engine.PopulationNode.prototype).filter(
    (name) => !["constructor", "free"].includes(name) && !name.startsWith("__"),
  );
  const outcome = { nodes: 0, errors: 0, traps: /** @type {string[]} */ ([]) };
  for (let sequence = 0; sequence < SEQUENCES; sequence += 1) {
    runSequence(engine.PopulationNode, methods, random, outcome);
  }
  return outcome;
}

/**
 * @param {NodeClass} PopulationNode
 * @param {string[]} methods
 * @param {(below: number) => number} random
 * @param {{ nodes: number, errors: number, traps: string[] }} outcome
 */
function runSequence(PopulationNode, methods, random, outcome) {
  const nodes = [
    new PopulationNode([0.5, -2, 3]),
    new PopulationNode([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ];
  for (let step = 0; step < STEPS; step += 1) {
    const node = /** @type {Node} */ (nodes[random(nodes.length)]);
    const method = methods[random(methods.length)] ?? "tanh";
    const given = Array.from({ length: random(3) }, () => argument(nodes, random));
    try {
      const made = call(node, method, given);
      if (made instanceof PopulationNode) nodes.push(made);
      outcome.nodes += 1;
    } catch (error) {
      outcome.errors += 1;
      if (error instanceof WebAssembly.RuntimeError || !(error instanceof Error)) {
        outcome.traps.push(`${method}(${given.map(String).join(", ")}): ${error}`);
      }
    }
  }
  for (const node of new Set(nodes)) node.free();
}

/**
 * Calls a method, reads a property or sets it.
 *
 * @param {Node} node
 * @param {string} name
 * @param {unknown[]} given
 */
function call(node, name, given) {
  const property = Reflect.get(node, name);
  if (typeof property === "function") return Reflect.apply(property, node, given);
  if (given.length > 0 && name === "value") Reflect.set(node, name, given[0]);
  return property;
}

/**
 * @param {Node[]} nodes
 * @param {(below: number) => number} random
 * @returns {unknown}
 */
function argument(nodes, random) {
  const kind = random(4);
  if (kind === 0) return nodes[random(nodes.length)];
  if (kind === 1) return random(4);
  if (kind === 2) return [random(9) - 4, 0.5, random(3)];
  return ODDITIES[random(ODDITIES.length)];
}

/**
 * Whole numbers below a bound, the same in every browser (xorshift, Marsaglia 2003).
 *
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
