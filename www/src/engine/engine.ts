/** The one module through which the page reaches WebAssembly. */
import type { Experiment } from "popgrad-web";

export type {
  AxisMap,
  Drawn,
  DrawnMark,
  Experiment,
  Explanation,
  Mark,
  Parameter,
  Prediction,
  Table,
  Words,
} from "popgrad-web";

let glue: typeof import("popgrad-web") | undefined;

/**
 * Fetches and starts the engine. It is imported here and not at the top, so that the page can tell
 * the reader when it does not come.
 */
export async function startEngine(): Promise<void> {
  const module = await import("popgrad-web");
  await module.default();
  glue = module;
}

/** An experiment in its default state. */
export function openExperiment(slug: string): Experiment {
  if (glue === undefined) throw new Error("the engine has not been started");
  return new glue.Experiment(slug);
}
