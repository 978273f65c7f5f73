import { operations, PopulationNode, Tape } from "./popgrad-web.js";

export type { Eigenvalue, Members, Operation } from "./popgrad-web.js";
export { operations, PopulationNode, Tape };

/**
 * Starts the engine, once however often it is called. Before that no node can be made.
 *
 * Rejects where WebAssembly is missing or refused.
 */
export default function start(): Promise<void>;
