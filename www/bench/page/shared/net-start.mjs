/** Where a net begins: the same weights for both sides. */
import { normals } from "./random.mjs";

/**
 * @typedef {object} NetStart
 * @property {number[]} widths of the input and of every layer after it
 * @property {import("../row.mjs").Members[]} weights for each layer, inputs by outputs, row after row
 * @property {import("../row.mjs").Members[]} biases for each layer
 */

/**
 * Weights with variance 1 / inputs, biases with standard deviation `biasDeviation`.
 * @param {number[]} widths
 * @param {number} seed
 * @param {number} [biasDeviation]
 * @returns {NetStart}
 */
export function netStart(widths, seed, biasDeviation = 0.1) {
  const layers = widths.slice(1).map((outputs, layer) => ({ inputs: widths[layer] ?? 0, outputs }));
  return {
    widths,
    weights: layers.map(({ inputs, outputs }, layer) =>
      normals(inputs * outputs, 1 / Math.sqrt(inputs), seed + 2 * layer),
    ),
    biases: layers.map(({ outputs }, layer) =>
      normals(outputs, biasDeviation, seed + 2 * layer + 1),
    ),
  };
}
