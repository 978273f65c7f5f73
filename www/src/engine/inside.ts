/** The engine with its WebAssembly inside, so that no bundler need know of a file: what the npm package has. */

import engine from "popgrad-inside/engine.gz";
import init, { operations, PopulationNode, Tape } from "popgrad-web";
import { unpacked } from "../files/unpacked.ts";

export { operations, PopulationNode, Tape };

let started: Promise<void> | undefined;

/** Starts the engine, once however often it is called. Before that no node can be made. */
export default function start(): Promise<void> {
  started ??= begin();
  return started;
}

async function begin(): Promise<void> {
  await init({ module_or_path: await unpacked(engine).arrayBuffer() });
}
