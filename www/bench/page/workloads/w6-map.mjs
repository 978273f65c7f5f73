/** W6: a map of 64 by 64 pairs of step sizes, one for each layer; each pixel is a run of the XOR net. */
import { learner } from "../engine/tanh-net.mjs";
import { xorNet } from "../plain/xor-net.mjs";
import { INPUTS, START, TARGETS } from "../shared/xor-task.mjs";

const SIDE = 64;
const STEPS = 200;
/** Large step sizes make the runs chaotic: later, one rounding more or less is another run. */
const CHECKED_STEPS = 10;
const SMALLEST = 0.01;
const LARGEST = 10;
const STEP_SIZES = Array.from(
  { length: SIDE },
  (_, index) => SMALLEST * (LARGEST / SMALLEST) ** (index / (SIDE - 1)),
);

/**
 * @param {(hiddenStep: number, outputStep: number, steps: number) => number} lossAfter of one run
 * @returns {import("../row.mjs").Side}
 */
function mapped(lossAfter) {
  const losses = new Float64Array(SIDE * SIDE);
  /** @param {number} steps */
  function map(steps) {
    for (const [row, hiddenStep] of STEP_SIZES.entries()) {
      for (const [column, outputStep] of STEP_SIZES.entries()) {
        losses[row * SIDE + column] = lossAfter(hiddenStep, outputStep, steps);
      }
    }
    return losses;
  }
  return {
    run(count) {
      for (let index = 0; index < count; index++) map(STEPS);
    },
    check: () => map(CHECKED_STEPS),
  };
}

/** @returns {import("../row.mjs").Side} */
function plain() {
  const net = xorNet(START, INPUTS, TARGETS);
  return mapped((hiddenStep, outputStep, steps) => {
    net.restart();
    let loss = 0;
    for (let step = 0; step < steps; step++) loss = net.step(hiddenStep, outputStep);
    return loss;
  });
}

/** @param {import("../row.mjs").Engine} engine @returns {import("../row.mjs").Side} */
function withEngine(engine) {
  const net = learner(engine, START, INPUTS, TARGETS);
  return mapped((hiddenStep, outputStep, steps) => {
    net.restart();
    const losses = net.descend([hiddenStep, hiddenStep, outputStep, outputStep], steps);
    return losses[steps - 1] ?? 0;
  });
}

/** @type {import("../row.mjs").Row[]} */
export const rows = [
  {
    name: "W6 map of 64x64 runs of 200 steps",
    unit: "map",
    amount: 1,
    shown: "time",
    floor: 1.8,
    sides: (engine) => ({ plain: plain(), engine: withEngine(engine) }),
  },
];
