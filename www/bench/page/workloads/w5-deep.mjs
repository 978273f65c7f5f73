/**
 * W5: a net of 50 tanh layers of width 64 on 64 examples: forward, backward, and the norm of the
 * gradient for each layer: that of its activations, and in other rows also that of its weights.
 */
import { rows as matrix } from "../engine/tanh-net.mjs";
import * as loops from "../plain/loops.mjs";
import { TanhNet } from "../plain/tanh-net.mjs";
import * as unrolled from "../plain/unrolled-loops.mjs";
import { netStart } from "../shared/net-start.mjs";
import { norm } from "../shared/norm.mjs";
import { normals } from "../shared/random.mjs";

const LAYERS = 50;
const WIDTH = 64;
const BATCH = 64;
const START = netStart(new Array(LAYERS + 1).fill(WIDTH), 6, 0);
const INPUTS = normals(BATCH * WIDTH, 1, 7);
/** The scalar is the sum of the outputs times these. */
const FACTORS = normals(BATCH * WIDTH, 1, 8);

/**
 * @param {import("../plain/loops.mjs").Loops} kind
 * @param {boolean} withWeights
 * @returns {import("../row.mjs").Side}
 */
function plain(kind, withWeights) {
  const net = new TanhNet(START, BATCH, kind);
  const norms = new Float64Array(withWeights ? 2 * LAYERS : LAYERS);
  function once() {
    net.forward(INPUTS);
    net.last.cotangents.set(FACTORS);
    net.backward(INPUTS, withWeights);
    for (const [index, layer] of net.layers.entries()) {
      norms[index] = norm(layer.cotangents);
      if (withWeights) norms[LAYERS + index] = norm(layer.weightGradients);
    }
    return norms;
  }
  return repeated(once);
}

/**
 * @param {import("../row.mjs").Engine} engine
 * @param {boolean} withWeights
 * @returns {import("../row.mjs").Side}
 */
function withEngine({ PopulationNode, Tape }, withWeights) {
  const weights = START.weights.map((members) => new PopulationNode(matrix(members, WIDTH)));
  let output = new PopulationNode(matrix(INPUTS, WIDTH));
  const activations = weights.map((weight) => {
    output = output.matmul(weight).tanh();
    return output;
  });
  const tape = new Tape(output.mul(matrix(FACTORS, WIDTH)).sum());
  const wanted = withWeights ? [...activations, ...weights] : activations;
  const norms = new Float64Array(wanted.length);
  function once() {
    tape.forward();
    tape.backward();
    for (const [index, node] of wanted.entries()) norms[index] = norm(tape.cotangent(node));
    return norms;
  }
  return repeated(once);
}

/** @param {() => Float64Array} once @returns {import("../row.mjs").Side} */
function repeated(once) {
  return {
    run(count) {
      for (let index = 0; index < count; index++) once();
    },
    check: once,
  };
}

/**
 * @param {string} name
 * @param {import("../plain/loops.mjs").Loops} kind
 * @param {boolean} withWeights
 * @returns {import("../row.mjs").Row}
 */
function row(name, kind, withWeights) {
  return {
    name: `W5 50 layers, ${name}`,
    unit: "pass",
    amount: 1,
    shown: "time",
    floor: 2.5,
    sides: (engine) => ({
      plain: plain(kind, withWeights),
      engine: withEngine(engine, withWeights),
    }),
  };
}

/** @type {import("../row.mjs").Row[]} */
export const rows = [
  row("activations", loops, false),
  row("activations, unrolled loops", unrolled, false),
  row("and weights", loops, true),
  row("and weights, unrolled loops", unrolled, true),
];
