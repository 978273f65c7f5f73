/**
 * The loops of `loops.mjs`, unrolled by hand: four results are summed up side by side, so that the
 * processor does not wait for each addition. More than most people write, and as fast as plain
 * JavaScript gets here.
 */

/** @type {import("./loops.mjs").Loops["forward"]} */
export function forward(inputs, weights, biases, outputs) {
  const high = biases.length;
  const width = weights.length / high;
  const batch = inputs.length / width;
  for (let example = 0; example < batch; example++) {
    const from = example * width;
    let unit = 0;
    for (; unit + 3 < high; unit += 4) {
      const row0 = unit * width;
      const row1 = row0 + width;
      const row2 = row1 + width;
      const row3 = row2 + width;
      let sum0 = biases[unit];
      let sum1 = biases[unit + 1];
      let sum2 = biases[unit + 2];
      let sum3 = biases[unit + 3];
      for (let input = 0; input < width; input++) {
        const member = inputs[from + input];
        sum0 += member * weights[row0 + input];
        sum1 += member * weights[row1 + input];
        sum2 += member * weights[row2 + input];
        sum3 += member * weights[row3 + input];
      }
      const to = example * high + unit;
      outputs[to] = Math.tanh(sum0);
      outputs[to + 1] = Math.tanh(sum1);
      outputs[to + 2] = Math.tanh(sum2);
      outputs[to + 3] = Math.tanh(sum3);
    }
    for (; unit < high; unit++) {
      let sum = biases[unit];
      for (let input = 0; input < width; input++) {
        sum += inputs[from + input] * weights[unit * width + input];
      }
      outputs[example * high + unit] = Math.tanh(sum);
    }
  }
}

/** @type {import("./loops.mjs").Loops["weightGradients"]} */
export function weightGradients(cotangents, inputs, gradients, width) {
  const high = gradients.length / width;
  const batch = inputs.length / width;
  for (let unit = 0; unit < high; unit++) {
    multiply(cotangents, unit, high, inputs, batch, gradients, unit * width, width);
  }
}

/** @type {import("./loops.mjs").Loops["inputCotangents"]} */
export function inputCotangents(cotangents, weights, result, width) {
  const high = weights.length / width;
  const batch = result.length / width;
  for (let example = 0; example < batch; example++) {
    multiply(cotangents, example * high, 1, weights, high, result, example * width, width);
  }
}

/**
 * One row of a product of matrices: `result[to + j] = Σ factors[from + k * stride] · rows[k * width + j]`.
 * @param {import("../row.mjs").Members} factors
 * @param {number} from
 * @param {number} stride
 * @param {import("../row.mjs").Members} rows
 * @param {number} count of the rows
 * @param {import("../row.mjs").Members} result
 * @param {number} to
 * @param {number} width of a row
 */
function multiply(factors, from, stride, rows, count, result, to, width) {
  let column = 0;
  for (; column + 3 < width; column += 4) {
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let row = 0; row < count; row++) {
      const factor = factors[from + row * stride];
      const at = row * width + column;
      sum0 += factor * rows[at];
      sum1 += factor * rows[at + 1];
      sum2 += factor * rows[at + 2];
      sum3 += factor * rows[at + 3];
    }
    result[to + column] = sum0;
    result[to + column + 1] = sum1;
    result[to + column + 2] = sum2;
    result[to + column + 3] = sum3;
  }
  for (; column < width; column++) {
    let sum = 0;
    for (let row = 0; row < count; row++) {
      sum += factors[from + row * stride] * rows[row * width + column];
    }
    result[to + column] = sum;
  }
}
