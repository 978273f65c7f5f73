/** The JavaScript class `Tape`: replay, training and second derivatives. */

/** @param {typeof import("popgrad-web")} engine */
export function run({ PopulationNode, Tape }) {
  const w = new PopulationNode([3, -1]);
  const scale = new PopulationNode([1, 4]);
  const loss = w.square().mul(scale).sum();
  const tape = new Tape(loss);
  tape.backward();
  const first = { loss: [...tape.value(loss)], gradient: [...tape.cotangent(w)] };
  tape.set(w, new Float64Array([1, 1]));
  tape.forward();
  const replayed = [...tape.value(loss)];
  const sharpness = tape.largestEigenvalue([w], 1e-12, 1000);
  const product = [...tape.hessianVector([w], [1, 1])];
  const losses = [...tape.descend([w], 0.125, 3)];
  return {
    first,
    replayed,
    sharpness: sharpness.value,
    product,
    losses,
    after: [...tape.value(w)],
    untouched: [...w.value],
    between: [...tape.gradient(loss, w)],
    mistakes: [
      () => tape.set(loss, [1]),
      () => tape.value(new PopulationNode(1)),
      () => tape.descend([w], [0.1, 0.2], 1),
      () => tape.descend(/** @type {never} */ ([1]), 0.1, 1),
      () => tape.descend([w], 0.1, -1),
      () => tape.descend(/** @type {never} */ (w), 0.1, 1),
      () => tape.descend(/** @type {never} */ (undefined), 0.1, 1),
      () => tape.hessianVector(/** @type {never} */ ("w"), [1, 1]),
      () => tape.hessianVector([w], [1, 1, 1]),
      () => PopulationNode.concatenate(/** @type {never} */ (w)),
    ].map(message),
    afterwards: [...tape.value(w)],
    moved: [
      moved([w], 0.25),
      moved([scale], 2),
      moved([w, scale], [0.5, 0]),
      moved([w, scale], [0, 1024]),
    ],
  };

  /**
   * The first member of each parameter after one step.
   * @param {import("popgrad-web").PopulationNode[]} parameters
   * @param {number | number[]} stepSizes
   */
  function moved(parameters, stepSizes) {
    tape.descend(parameters, stepSizes, 1);
    return [w, scale].map((leaf) => tape.value(leaf)[0]);
  }
}

/** @param {() => unknown} mistake */
function message(mistake) {
  try {
    mistake();
    return "nothing was thrown";
  } catch (error) {
    return error instanceof WebAssembly.RuntimeError ? `trap: ${error}` : String(error);
  }
}
