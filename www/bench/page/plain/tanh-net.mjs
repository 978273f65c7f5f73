/** A net of dense tanh layers without an engine: every array is made once. */

/** @typedef {import("../row.mjs").Members} Members */

export class TanhNet {
  /** @type {TanhLayer[]} */
  layers;

  /**
   * @param {import("../shared/net-start.mjs").NetStart} start
   * @param {number} batch how many examples go through at once
   * @param {import("./loops.mjs").Loops} loops
   */
  constructor(start, batch, loops) {
    this.layers = start.weights.map(
      (weights, layer) => new TanhLayer(weights, start.biases[layer] ?? weights, batch, loops),
    );
  }

  /** Puts the parameters back to where they started. */
  restart() {
    for (const layer of this.layers) layer.restart();
  }

  /** The last layer. */
  get last() {
    const last = this.layers.at(-1);
    if (last === undefined) throw new Error("a net has at least one layer");
    return last;
  }

  /** @param {Members} inputs @returns {Members} the outputs of the last layer */
  forward(inputs) {
    let members = inputs;
    for (const layer of this.layers) members = layer.forward(members);
    return members;
  }

  /**
   * From the cotangents of the last layer's outputs, which the caller has put there, to those of
   * every layer and, where wanted, the gradients of the parameters.
   * @param {Members} inputs
   * @param {boolean} withParameters
   */
  backward(inputs, withParameters) {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const below = this.layers[index - 1];
      const layer = this.layers[index];
      layer?.throughTanh();
      if (withParameters) layer?.parameterGradients(below?.outputs ?? inputs);
      if (below) layer?.inputCotangents(below.cotangents);
    }
  }

  /** @param {number} stepSize */
  descend(stepSize) {
    for (const layer of this.layers) layer.descend(stepSize);
  }
}

class TanhLayer {
  #start;
  #loops;
  #width;
  #high;

  /**
   * @param {Members} weights inputs by outputs
   * @param {Members} biases
   * @param {number} batch
   * @param {import("./loops.mjs").Loops} loops
   */
  constructor(weights, biases, batch, loops) {
    this.#loops = loops;
    this.#high = biases.length;
    this.#width = weights.length / biases.length;
    this.#start = { weights: transposed(weights, this.#high), biases };
    /** @type {Members} */
    this.weights = this.#start.weights.slice();
    /** @type {Members} */
    this.biases = biases.slice();
    /** @type {Members} */
    this.weightGradients = new Float64Array(weights.length);
    /** @type {Members} */
    this.biasGradients = new Float64Array(biases.length);
    /** @type {Members} */
    this.outputs = new Float64Array(batch * this.#high);
    /** @type {Members} of the outputs */
    this.cotangents = new Float64Array(batch * this.#high);
    /** @type {Members} of the arguments of tanh */
    this.innerCotangents = new Float64Array(batch * this.#high);
  }

  restart() {
    this.weights.set(this.#start.weights);
    this.biases.set(this.#start.biases);
  }

  /** @param {Members} inputs */
  forward(inputs) {
    this.#loops.forward(inputs, this.weights, this.biases, this.outputs);
    return this.outputs;
  }

  throughTanh() {
    const { outputs, cotangents, innerCotangents } = this;
    for (let index = 0; index < outputs.length; index++) {
      innerCotangents[index] = cotangents[index] * (1 - outputs[index] * outputs[index]);
    }
  }

  /** @param {Members} inputs */
  parameterGradients(inputs) {
    const { innerCotangents, biasGradients } = this;
    this.#loops.weightGradients(innerCotangents, inputs, this.weightGradients, this.#width);
    const high = this.#high;
    for (let unit = 0; unit < high; unit++) {
      let sum = 0;
      for (let index = unit; index < innerCotangents.length; index += high) {
        sum += innerCotangents[index];
      }
      biasGradients[unit] = sum;
    }
  }

  /** @param {Members} result the cotangents of the layer below */
  inputCotangents(result) {
    this.#loops.inputCotangents(this.innerCotangents, this.weights, result, this.#width);
  }

  /** @param {number} stepSize */
  descend(stepSize) {
    subtract(this.weights, this.weightGradients, stepSize);
    subtract(this.biases, this.biasGradients, stepSize);
  }
}

/**
 * @param {Members} parameters
 * @param {Members} gradients
 * @param {number} stepSize
 */
function subtract(parameters, gradients, stepSize) {
  for (let index = 0; index < parameters.length; index++) {
    parameters[index] -= stepSize * gradients[index];
  }
}

/**
 * @param {Members} matrix
 * @param {number} columns
 */
function transposed(matrix, columns) {
  const rows = matrix.length / columns;
  return Float64Array.from(
    matrix,
    (_, index) => matrix[(index % rows) * columns + Math.floor(index / rows)],
  );
}
