/** The one module through which the page reaches WebAssembly. */
import initialise, { Experiment } from "popgrad-web";

export { Experiment };
export type { Drawn, Table } from "popgrad-web";

/** Fetches and starts the engine; its address is that of the glue it came with. */
export async function startEngine(): Promise<void> {
  await initialise();
}
