/** Small graphs that are dropped without `free()`: does the garbage collector give the engine's memory back? */

const ROUNDS = 100;
const GRAPHS_A_ROUND = 10_000;
/** After so many the memory must have found its size. */
const WARM_UP = 10;

/** @param {typeof import("popgrad-web")} engine */
export async function run(engine) {
  // The engine has been started by the page: this gives its exports and starts nothing.
  const { memory } = await engine.default();
  let before = 0;
  let gradient = "";
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round === WARM_UP) before = memory.buffer.byteLength;
    for (let made = 0; made < GRAPHS_A_ROUND; made += 1) gradient = graph(engine.PopulationNode);
    await collected();
  }
  return { gradient, grown: memory.buffer.byteLength - before };
}

/** @param {typeof import("popgrad-web").PopulationNode} PopulationNode */
function graph(PopulationNode) {
  const x = new PopulationNode([1, 2, 3]);
  x.mul(x).add(x).sum().backprop();
  return x.grad.join();
}

/** Lets the browser collect what is not held any more, and call the finalisers. */
async function collected() {
  Reflect.get(globalThis, "gc")?.();
  await new Promise((resolve) => setTimeout(resolve));
}
