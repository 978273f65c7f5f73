/** W1: the XOR net learns, by gradient descent on all four points. */
import { learner } from "../engine/tanh-net.mjs";
import { xorNet } from "../plain/xor-net.mjs";
import { INPUTS, START, TARGETS } from "../shared/xor-task.mjs";

const STEP_SIZE = 0.1;
const CHECKED_STEPS = 1000;

/** @returns {import("../row.mjs").Side} */
function plain() {
  const net = xorNet(START, INPUTS, TARGETS);
  /** @param {number} count */
  const run = (count) => {
    net.restart();
    const losses = new Float64Array(count);
    for (let step = 0; step < count; step++) losses[step] = net.step(STEP_SIZE, STEP_SIZE);
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

/** @type {import("../row.mjs").Row[]} */
export const rows = [
  {
    name: "W1 XOR 2-4-1 learns",
    unit: "step",
    amount: 1,
    shown: "rate",
    floor: 1.8,
    sides: (engine) => ({ plain: plain(), engine: withEngine(engine) }),
  },
];
