/** The trainability map in plain JavaScript: the experiment's net, start and window. */
import { xorNet } from "../plain/xor-net.mjs";
import { INPUTS, TARGETS } from "../shared/xor-task.mjs";

const STEPS = 200;
const PIECE = 20;
const LOST = 1e6;
const WHOLE = [16, 1];

/** The experiment's weights at seed 1. */
const START = {
  widths: [2, 4, 1],
  weights: [
    Float64Array.of(
      0.06204044082740934,
      0.018115168868756693,
      -0.1545089509070593,
      -0.8777911990870464,
      -0.07798173519724906,
      0.888672661873173,
      -0.014455131679468717,
      0.5924642282947019,
    ),
    Float64Array.of(
      -0.0356429110752903,
      -1.133221700627528,
      -0.3346831281983601,
      0.289058994745358,
    ),
  ],
  biases: [new Float64Array(4), new Float64Array(1)],
};

const net = xorNet(START, INPUTS, TARGETS, false);

/**
 * Below 0 the decimal logarithm of the last loss, else the step at which the run diverged; like the engine, it
 * gives a run up at the end of the twenty steps in which it diverged.
 * @param {number} hiddenStep
 * @param {number} outputStep
 */
function outcome(hiddenStep, outputStep) {
  net.restart();
  let lost = -1;
  let loss = 0;
  for (let step = 0; step < STEPS; step++) {
    if (lost >= 0 && step % PIECE === 0) return lost;
    loss = net.step(hiddenStep, outputStep);
    if (lost < 0 && !(loss <= LOST)) lost = step;
  }
  return lost >= 0 ? lost : Math.log10(Math.min(Math.max(loss, 1e-12), 0.999));
}

addEventListener("message", ({ data: side }) => {
  const cells = new Float64Array(side * side);
  for (let cell = 0; cell < cells.length; cell++) {
    const [column, row] = [cell % side, Math.floor(cell / side)];
    cells[cell] = outcome(
      ((column + 0.5) / side) * (WHOLE[0] ?? 0),
      ((row + 0.5) / side) * (WHOLE[1] ?? 0),
    );
  }
  postMessage(cells);
});
