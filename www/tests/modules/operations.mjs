/** Does the class have every operation that the engine documents, each under its own name? */

/** What is given to those that take more than the node. @type {Record<string, unknown[]>} */
const GIVEN = { powf: [2], index: [0], slice: [0, 1], reshape: [1, 4] };

const BINARY = ["add", "sub", "mul", "div", "maximum", "minimum", "matmul"];

/** @param {typeof import("popgrad-web")} engine */
export function run({ PopulationNode, operations }) {
  const x = new PopulationNode([
    [1, 2],
    [3, 4],
  ]);
  return operations().map(({ name }) => {
    if (name === "concatenate") return [name, PopulationNode.concatenate([x, x]).op];
    const given = GIVEN[name] ?? (BINARY.includes(name) ? [x] : []);
    return [name, Reflect.apply(Reflect.get(x, name), x, given).op];
  });
}
