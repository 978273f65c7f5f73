/**
 * The seed's programs, written again for the JavaScript class. Each gives what it prints, line by
 * line: a name of an operation where one is printed, and the numbers in their order.
 *
 * @typedef {typeof import("popgrad-web").PopulationNode} NodeClass
 * @typedef {import("popgrad-web").PopulationNode} PopulationNode
 * @typedef {{ op?: string, numbers: number[] }} Line
 */

/** @type {Record<string, (Node: NodeClass) => Line[]>} */
const PROGRAMS = {
  "experiment-1": (Node) => {
    const x = new Node([-6, -3, -0.5, 0, 0.5, 3, 6]);
    const before = printed(x);
    x.tanh().sum().backprop();
    return [before, printed(x)];
  },
  "experiment-2-input-0.5": (Node) => deepTanh(new Node([0.5])),
  "experiment-2-input-4.5": (Node) => deepTanh(new Node([4.5])),
  "experiment-3-scalar": (Node) => {
    const x = new Node(0.5);
    x.tanh().backprop();
    return [{ numbers: [total(x.grad)] }];
  },
  "experiment-3-population": (Node) => gradientTotal(new Node([0.5, 0.5, 0.5, 0.5])),
  "experiment-4": (Node) => {
    const x = new Node([1, 2, 3]);
    x.mul(x).add(x).sum().backprop();
    return [printed(x)];
  },
  "experiment-5": (Node) => gradientTotal(new Node([1, 1, 1])),
  "experiment-5-variation": (Node) => gradientTotal(new Node([1, 1, 3])),
  "experiment-6": (Node) => {
    const x = new Node([0.5, 0.5001]);
    x.tanh().sum().backprop();
    return [{ numbers: [...x.value] }, { numbers: [...x.grad] }];
  },
  "experiment-7": (Node) =>
    [-3, -1, 0, 1, 3].map((value) => {
      const x = new Node(value);
      x.tanh().backprop();
      return { numbers: [value, ...x.grad] };
    }),
};

/**
 * @param {{ PopulationNode: NodeClass }} engine
 * @returns {Promise<{ programs: number, numbers: number, wrong: string[] }>}
 */
export async function run({ PopulationNode }) {
  const response = await fetch(new URL("golden.json", import.meta.url));
  /** @type {{ name: string, stdout: string[] }[]} */
  const golden = await response.json();
  let numbers = 0;
  const wrong = golden.flatMap(({ name, stdout }) => {
    const program = PROGRAMS[name];
    if (program === undefined) return [`${name} is not written for JavaScript`];
    const expected = stdout.map(parse);
    numbers += expected.reduce((sum, line) => sum + line.numbers.length, 0);
    const actual = program(PopulationNode);
    return same(actual, expected) ? [] : [`${name}: ${JSON.stringify({ actual, expected })}`];
  });
  return { programs: golden.length, numbers, wrong };
}

/** @param {PopulationNode} input */
function deepTanh(input) {
  const nodes = [input];
  for (let depth = 1; depth <= 8; depth += 1)
    nodes.unshift(/** @type {PopulationNode} */ (nodes[0]).tanh());
  nodes[0]?.backprop();
  return nodes.map(printed);
}

/** @param {PopulationNode} input */
function gradientTotal(input) {
  input.tanh().sum().backprop();
  return [{ numbers: [total(input.grad)] }];
}

/** @param {Float64Array} values */
function total(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * @param {PopulationNode} node
 * @returns {Line}
 */
function printed(node) {
  const parents = node.parents.flatMap((parent) => [...parent.value]);
  return { op: node.op, numbers: [...node.value, ...node.grad, ...parents] };
}

/**
 * @param {string} line as the seed printed it
 * @returns {Line}
 */
function parse(line) {
  const op = /op=(\w+)/.exec(line)?.[1];
  const numbers = (line.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []).map(Number);
  return op === undefined ? { numbers } : { op, numbers };
}

/**
 * @param {Line[]} actual
 * @param {Line[]} expected
 */
function same(actual, expected) {
  return (
    actual.length === expected.length &&
    actual.every(({ op, numbers }, line) => {
      const wanted = expected[line];
      return (
        op === wanted?.op &&
        numbers.length === wanted?.numbers.length &&
        numbers.every((number, place) => Object.is(number, wanted.numbers[place]))
      );
    })
  );
}
