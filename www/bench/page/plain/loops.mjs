/**
 * The loops of a layer as one writes them: each result is summed up in a local variable.
 *
 * A batch holds one example a row. Weights are outputs by inputs, row after row, so that the sums of
 * the forward pass read them in order.
 *
 * @typedef {import("../row.mjs").Members} Members
 *
 * @typedef {object} Loops
 * @property {(inputs: Members, weights: Members, biases: Members, outputs: Members) => void} forward
 *   outputs = tanh(inputs · weightsᵀ + biases)
 * @property {(cotangents: Members, inputs: Members, gradients: Members, width: number) => void} weightGradients
 *   gradients = cotangentsᵀ · inputs, where an example has `width` inputs
 * @property {(cotangents: Members, weights: Members, result: Members, width: number) => void} inputCotangents
 *   result = cotangents · weights, where an example has `width` inputs
 */

/** @type {Loops["forward"]} */
export function forward(inputs, weights, biases, outputs) {
  const high = biases.length;
  const width = weights.length / high;
  const batch = inputs.length / width;
  for (let example = 0; example < batch; example++) {
    for (let unit = 0; unit < high; unit++) {
      let sum = biases[unit];
      for (let input = 0; input < width; input++) {
        sum += inputs[example * width + input] * weights[unit * width + input];
      }
      outputs[example * high + unit] = Math.tanh(sum);
    }
  }
}

/** @type {Loops["weightGradients"]} */
export function weightGradients(cotangents, inputs, gradients, width) {
  const high = gradients.length / width;
  const batch = inputs.length / width;
  for (let unit = 0; unit < high; unit++) {
    for (let input = 0; input < width; input++) {
      let sum = 0;
      for (let example = 0; example < batch; example++) {
        sum += cotangents[example * high + unit] * inputs[example * width + input];
      }
      gradients[unit * width + input] = sum;
    }
  }
}

/** @type {Loops["inputCotangents"]} */
export function inputCotangents(cotangents, weights, result, width) {
  const high = weights.length / width;
  const batch = result.length / width;
  for (let example = 0; example < batch; example++) {
    for (let input = 0; input < width; input++) {
      let sum = 0;
      for (let unit = 0; unit < high; unit++) {
        sum += cotangents[example * high + unit] * weights[unit * width + input];
      }
      result[example * width + input] = sum;
    }
  }
}
