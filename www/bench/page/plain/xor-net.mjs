/** The XOR net 2-H-1 without an engine: tanh units, mean squared error, the four points at once. */

const POINTS = 4;

/**
 * All parameters lie in one array: 2 rows of hidden weights, hidden biases, output weights, output bias.
 * @param {import("../shared/net-start.mjs").NetStart} start
 * @param {import("../row.mjs").Members} inputs the points, one after the other
 * @param {import("../row.mjs").Members} targets
 * @param {boolean} [tanhOutput] whether the output has a tanh too
 */
export function xorNet(start, inputs, targets, tanhOutput = true) {
  const [hiddenWeights, outputWeights] = start.weights;
  const [hiddenBiases, outputBias] = start.biases;
  if (!hiddenWeights || !outputWeights || !hiddenBiases || !outputBias)
    throw new Error("two layers");
  const first = Float64Array.of(...hiddenWeights, ...hiddenBiases, ...outputWeights, ...outputBias);
  const hidden = hiddenBiases.length;
  const biases = 2 * hidden;
  const output = 3 * hidden;
  const last = 4 * hidden;
  /** @type {import("../row.mjs").Members} */
  const parameters = first.slice();
  /** @type {import("../row.mjs").Members} */
  const gradients = new Float64Array(first.length);
  /** @type {import("../row.mjs").Members} */
  const activations = new Float64Array(hidden);

  /** @param {number} point @returns {number} the net's output there */
  function forward(point) {
    const x0 = inputs[2 * point];
    const x1 = inputs[2 * point + 1];
    let sum = parameters[last];
    for (let unit = 0; unit < hidden; unit++) {
      const activation = Math.tanh(
        x0 * parameters[unit] + x1 * parameters[hidden + unit] + parameters[biases + unit],
      );
      activations[unit] = activation;
      sum += activation * parameters[output + unit];
    }
    return tanhOutput ? Math.tanh(sum) : sum;
  }

  /** @param {number} point @param {number} cotangent of the output's argument */
  function backward(point, cotangent) {
    const x0 = inputs[2 * point];
    const x1 = inputs[2 * point + 1];
    gradients[last] += cotangent;
    for (let unit = 0; unit < hidden; unit++) {
      const activation = activations[unit];
      const inner = cotangent * parameters[output + unit] * (1 - activation * activation);
      gradients[unit] += inner * x0;
      gradients[hidden + unit] += inner * x1;
      gradients[biases + unit] += inner;
      gradients[output + unit] += cotangent * activation;
    }
  }

  /**
   * One step of gradient descent, each layer with a step size of its own.
   * @param {number} hiddenStep
   * @param {number} outputStep
   * @returns {number} the loss before the step
   */
  function step(hiddenStep, outputStep) {
    for (let index = 0; index <= last; index++) gradients[index] = 0;
    let loss = 0;
    for (let point = 0; point < POINTS; point++) {
      const answer = forward(point);
      const error = answer - targets[point];
      loss += error * error;
      const slope = tanhOutput ? 1 - answer * answer : 1;
      backward(point, ((2 * error) / POINTS) * slope);
    }
    for (let index = 0; index < output; index++) parameters[index] -= hiddenStep * gradients[index];
    for (let index = output; index <= last; index++) {
      parameters[index] -= outputStep * gradients[index];
    }
    return loss / POINTS;
  }

  return { restart: () => parameters.set(first), step };
}
