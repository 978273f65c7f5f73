/** W2: a net 2-16-16-1 learns a function of the plane, by gradient descent on all of 256 points. */
import { learner } from "../engine/tanh-net.mjs";
import * as loops from "../plain/loops.mjs";
import { TanhNet } from "../plain/tanh-net.mjs";
import * as unrolled from "../plain/unrolled-loops.mjs";
import { netStart } from "../shared/net-start.mjs";
import { uniforms } from "../shared/random.mjs";

const POINTS = 256;
const STEP_SIZE = 0.1;
const CHECKED_STEPS = 200;
const START = netStart([2, 16, 16, 1], 2);
const next = uniforms(3);
const INPUTS = Float64Array.from({ length: 2 * POINTS }, () => 2 * next() - 1);
const TARGETS = Float64Array.from({ length: POINTS }, (_, point) => {
  const [x = 0, y = 0] = INPUTS.subarray(2 * point);
  return 0.9 * Math.sin(3 * x) * Math.cos(2 * y);
});

/** @param {import("../plain/loops.mjs").Loops} kind @returns {import("../row.mjs").Side} */
function plain(kind) {
  const net = new TanhNet(START, POINTS, kind);
  /** @type {import("../row.mjs").Members} */
  const targets = TARGETS;
  function step() {
    const outputs = net.forward(INPUTS);
    const { cotangents } = net.last;
    let loss = 0;
    for (let point = 0; point < POINTS; point++) {
      const error = outputs[point] - targets[point];
      loss += error * error;
      cotangents[point] = (2 * error) / POINTS;
    }
    net.backward(INPUTS, true);
    net.descend(STEP_SIZE);
    return loss / POINTS;
  }
  /** @param {number} count */
  const run = (count) => {
    net.restart();
    const losses = new Float64Array(count);
    for (let index = 0; index < count; index++) losses[index] = step();
    return losses;
  };
  return { run, check: () => run(CHECKED_STEPS) };
}

/** @param {import("../row.mjs").Engine} engine @returns {import("../row.mjs").Side} */
function withEngine(engine) {
  const net = learner(engine, START, INPUTS, TARGETS);
  /** @param {number} count */
  const run = (count) => {
    net.restart();
    return net.descend(STEP_SIZE, count);
  };
  return { run, check: () => run(CHECKED_STEPS) };
}

/** @type {Omit<import("../row.mjs").Row, "name" | "sides">} */
const common = { unit: "step", amount: 1, shown: "rate", floor: 1.6 };

/** @type {import("../row.mjs").Row[]} */
export const rows = [
  {
    ...common,
    name: "W2 2-16-16-1 learns 256 points",
    sides: (engine) => ({ plain: plain(loops), engine: withEngine(engine) }),
  },
  {
    ...common,
    name: "W2 against unrolled loops",
    sides: (engine) => ({ plain: plain(unrolled), engine: withEngine(engine) }),
  },
];
