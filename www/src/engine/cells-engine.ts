/** The WebAssembly file of the code cells, and the figures that cells put out. */
import type { CellFigure } from "popgrad-web";
import type * as Cells from "popgrad-web-cells";
import { compile, fullEngine } from "./engine.ts";

export type { CellFigure } from "popgrad-web";
export type {
  CellEvent,
  Frame,
  GraphMoment,
  Outcome,
  Position,
  Report,
  Session,
} from "popgrad-web-cells";

/** What a reader does with a graph: looks at it, goes to a step, changes the rule, opens a fold or closes all. */
export type GraphMove =
  | { readonly ask: "show" | "fold" }
  | { readonly ask: "step" | "rule" | "unfold"; readonly what: string };

let module: Promise<WebAssembly.Module> | undefined;

/** The file, fetched and compiled once, for workers to start from. What failed is tried again. */
export function cellsModule(): Promise<WebAssembly.Module> {
  module ??= compile("./popgrad-web-cells_bg.wasm").catch((error: unknown) => {
    module = undefined;
    throw error;
  });
  return module;
}

/** Starts the language of the cells from the compiled file: what a worker does. */
export async function startCells(module: WebAssembly.Module): Promise<typeof Cells> {
  const glue = await import("popgrad-web-cells");
  await glue.default({ module_or_path: module });
  return glue;
}

/** The figure of these bytes, which a cell put out; it is freed by whoever asked for it. */
export async function openCellFigure(bytes: Uint8Array): Promise<CellFigure> {
  const { glue } = await fullEngine();
  return new glue.CellFigure(bytes);
}
