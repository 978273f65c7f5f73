/** A net of dense tanh layers as a graph of the engine, and the tape of it. */

/**
 * @typedef {import("popgrad-web").PopulationNode} Node
 * @typedef {import("../row.mjs").Members} Members
 */

/**
 * The members of a matrix as the list of its rows.
 * @param {Float64Array} members row after row
 * @param {number} columns
 */
export function rows(members, columns) {
  return Array.from({ length: members.length / columns }, (_, row) =>
    Array.from(members.subarray(row * columns, (row + 1) * columns)),
  );
}

/**
 * @param {import("../row.mjs").Engine} engine
 * @param {import("../shared/net-start.mjs").NetStart} start
 * @param {Float64Array} inputs one example a row
 */
export function tanhNet({ PopulationNode }, start, inputs) {
  const weights = start.weights.map(
    (members, layer) => new PopulationNode(rows(members, start.widths[layer + 1] ?? 1)),
  );
  const biases = start.biases.map((members) => new PopulationNode(members));
  /** @type {Node} */
  let output = new PopulationNode(rows(inputs, start.widths[0] ?? 1));
  for (const [layer, weight] of weights.entries()) {
    output = output
      .matmul(weight)
      .add(biases[layer] ?? 0)
      .tanh();
  }
  return { weights, biases, output };
}

/**
 * A net that learns by gradient descent on its mean squared error.
 * @param {import("../row.mjs").Engine} engine
 * @param {import("../shared/net-start.mjs").NetStart} start
 * @param {Float64Array} inputs one example a row
 * @param {Float64Array} targets of a net with one output
 */
export function learner(engine, start, inputs, targets) {
  const { weights, biases, output } = tanhNet(engine, start, inputs);
  const loss = output.sub(rows(targets, 1)).square().mean();
  const tape = new engine.Tape(loss);
  const leaves = weights.flatMap((weight, layer) => [weight, biases[layer] ?? weight]);
  const first = start.weights.flatMap((weight, layer) => [weight, start.biases[layer] ?? weight]);
  return {
    /** Puts the parameters back to where they started. */
    restart() {
      for (const [index, leaf] of leaves.entries()) tape.set(leaf, first[index] ?? []);
    },
    /**
     * @param {number | number[]} stepSizes one for all, or one for each of the layers' weights and biases in turn
     * @param {number} count
     * @returns {Float64Array} the loss before each step
     */
    descend: (stepSizes, count) => tape.descend(leaves, stepSizes, count),
  };
}
