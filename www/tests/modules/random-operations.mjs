/**
 * Random sequences of operations through the JavaScript class, with input of every kind: whatever
 * comes, an operation gives a node or throws an Error, and never stops the engine.
 */

/** @typedef {typeof import("popgrad-web").PopulationNode} NodeClass */
/** @typedef {InstanceType<NodeClass>} Node */

const SEQUENCES = 400;
const STEPS = 40;

/** The largest number that counts something. */
const LARGEST = 2 ** 53;

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
  LARGEST,
  1e300,
  10n,
  () => 0,
  new Float64Array(0),
  new Float32Array(3),
];

/**
 * @typedef {{ PopulationNode: NodeClass, Tape: typeof import("popgrad-web").Tape }} Engine
 * @typedef {{ nodes: number, errors: number, traps: string[] }} Outcome
 */

/** @param {Engine} engine */
export function run(engine) {
  const random = generator(1);
  const methods = methodsOf(engine.PopulationNode.prototype);
  const outcome = { nodes: 0, errors: 0, traps: /** @type {string[]} */ ([]) };
  for (let sequence = 0; sequence < SEQUENCES; sequence += 1) {
    runSequence(engine, methods, random, outcome);
  }
  return outcome;
}

/** @param {object} prototype */
function methodsOf(prototype) {
  return Object.getOwnPropertyNames(prototype).filter(
    (name) => !["constructor", "free"].includes(name) && !name.startsWith("__"),
  );
}

/**
 * @param {Engine} engine
 * @param {string[]} methods
 * @param {(below: number) => number} random
 * @param {Outcome} outcome
 */
function runSequence({ PopulationNode, Tape }, methods, random, outcome) {
  const nodes = [
    new PopulationNode([0.5, -2, 3]),
    new PopulationNode([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ];
  const given = () => Array.from({ length: random(3) }, () => argument(nodes, random));
  for (let step = 0; step < STEPS; step += 1) {
    const node = /** @type {Node} */ (nodes[random(nodes.length)]);
    const method = random(12) === 0 ? "concatenate" : (methods[random(methods.length)] ?? "tanh");
    const target = method === "concatenate" ? PopulationNode : node;
    const made = attempt(target, method, given(), outcome);
    if (made instanceof PopulationNode) nodes.push(made);
  }
  const tape = new Tape(/** @type {Node} */ (nodes.at(-1)));
  const calls = methodsOf(Tape.prototype);
  for (let step = 0; step < STEPS; step += 1) {
    // A count that is as large as it can be is no mistake, but takes for ever.
    const some = given().filter((one) => one !== LARGEST);
    const parameters = random(2) === 0 ? some : [given(), ...some];
    attempt(tape, calls[random(calls.length)] ?? "forward", parameters, outcome);
  }
  tape.free();
  for (const node of new Set(nodes)) node.free();
}

/**
 * @param {object} target
 * @param {string} method
 * @param {unknown[]} given
 * @param {Outcome} outcome
 * @returns {unknown} what came of it
 */
function attempt(target, method, given, outcome) {
  try {
    const made = call(target, method, given);
    outcome.nodes += 1;
    return made;
  } catch (error) {
    outcome.errors += 1;
    const stopped = /recursive use|unreachable|memory access/.test(String(error));
    if (stopped || error instanceof WebAssembly.RuntimeError || !(error instanceof Error)) {
      outcome.traps.push(`${method}(${given.map(String).join(", ")}): ${error}`);
    }
    return undefined;
  }
}

/**
 * Calls a method, reads a property or sets it.
 *
 * @param {object} target
 * @param {string} name
 * @param {unknown[]} given
 */
function call(target, name, given) {
  const property = Reflect.get(target, name);
  if (typeof property === "function") return Reflect.apply(property, target, given);
  if (given.length > 0 && name === "value") Reflect.set(target, name, given[0]);
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
