/** The one module through which the page reaches WebAssembly. */
import initialise, { Experiment } from "popgrad-web";

export type { AxisMap, Drawn, DrawnMark, Explanation, Mark, Table } from "popgrad-web";
export { Experiment };

/** Fetches and starts the engine; its address is that of the glue it came with. */
export async function startEngine(): Promise<void> {
  await initialise();
}
