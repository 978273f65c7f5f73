/**
 * The one module through which the page reaches WebAssembly. There are two files: the first holds
 * what the first screen needs and no more, the full one everything. The full one follows when the
 * first has come.
 */

import { bytesOf } from "popgrad-files";
import type * as Full from "popgrad-web";
import type * as First from "popgrad-web-first";
import { stillness } from "../failure.ts";
import { comesNear, idleTurn } from "./arrival.ts";

export type {
  AxisMap,
  Drawn,
  DrawnMark,
  Explanation,
  Job,
  Mark,
  Parameter,
  Prediction,
  Sheet,
  Table,
  Words,
} from "popgrad-web";

/** An experiment of either file. */
export type Experiment = First.Experiment;

/** An experiment of the full file: it has long computations and can be written as a file. */
export type FullExperiment = Full.Experiment;

let first: Promise<typeof First> | undefined;
let full: Promise<{ glue: typeof Full; module: WebAssembly.Module }> | undefined;

/** Fetches and starts what the first screen needs. */
export async function startEngine(): Promise<void> {
  await firstEngine();
}

/** The full file, compiled, for workers to start engines of their own from. */
export async function fullModule(): Promise<WebAssembly.Module> {
  return (await fullEngine()).module;
}

/**
 * The experiment that an element names by `slug`, in its default state, from the file that it names
 * by `engine`. What needs the full file waits until it comes near the reader or the page is idle; on a page
 * of its own, where the file is `seen`, until it comes near. What is wanted `now` waits for nothing.
 */
export async function openExperiment(element: Element): Promise<Experiment> {
  const slug = element.getAttribute("slug") ?? "";
  const file = element.getAttribute("engine");
  if (file === "first") {
    const { Experiment } = await firstEngine().catch(still);
    return new Experiment(slug);
  }
  if (file === "full") {
    await firstEngine().catch(() => undefined);
    await Promise.race([comesNear(element), idleTurn()]);
  } else if (file === "seen") await comesNear(element);
  return openInFull(slug);
}

/** An experiment of the full file in its default state, at once. */
export async function openInFull(slug: string): Promise<FullExperiment> {
  const { glue } = await fullEngine().catch(still);
  return new glue.Experiment(slug);
}

/** Whether an experiment comes from the full file. */
export function isFull(experiment: Experiment): experiment is FullExperiment {
  return "jobs" in experiment;
}

function still(error: unknown): never {
  throw stillness(error);
}

function firstEngine(): Promise<typeof First> {
  first ??= (async () => {
    const glue = await import("popgrad-web-first");
    await glue.default();
    return glue;
  })();
  return first;
}

/** The full file, started once. */
export function fullEngine(): Promise<{ glue: typeof Full; module: WebAssembly.Module }> {
  full ??= (async () => {
    const [glue, module] = await Promise.all([
      import("popgrad-web"),
      compile("./popgrad-web_bg.wasm"),
    ]);
    await glue.default({ module_or_path: module });
    performance.mark("full-engine");
    return { glue, module };
  })();
  return full;
}

/** Starts a full engine of one's own from the compiled file: what a worker does. */
export async function startFull(module: WebAssembly.Module): Promise<typeof Full> {
  const glue = await import("popgrad-web");
  await glue.default({ module_or_path: module });
  return glue;
}

/** A file of the page's own folder, compiled. */
export async function compile(file: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await bytesOf(file));
}
