/** NaN and the infinities are numbers to the engine. */

/** @param {{ PopulationNode: typeof import("popgrad-web").PopulationNode }} engine */
export function run({ PopulationNode }) {
  const x = new PopulationNode([Number.NaN, Infinity, -Infinity, 2]);
  const y = x.tanh();
  const product = x.mul(0);
  y.sum().backprop();
  // JSON has no NaN: the numbers cross as text.
  const text = (/** @type {Float64Array} */ values) => [...values].map(String);
  return {
    value: text(x.value),
    tanh: text(y.value),
    gradient: text(x.grad).slice(0, 3),
    product: text(product.value),
    printed: String(x),
  };
}
