/** What crosses between the page and the worker that runs code cells. */
import type { GraphMoment, GraphMove, Outcome } from "../engine/cells-engine.ts";

/** The first message to a worker: the language of the cells, compiled. */
export interface Start {
  readonly module: WebAssembly.Module;
}

/** A cell: what error messages call it, and its text. */
export interface Cell {
  readonly name: string;
  readonly source: string;
}

/** What the reader set a control to that a cell had asked for: a number, or the place of an option. */
export interface Setting {
  readonly kind: "slider" | "choice";
  readonly name: string;
  readonly value: number;
}

/** Asks for the cells of a notebook to be run from top to bottom, with no names from earlier runs. */
export interface Run {
  readonly kind: "run";
  readonly ticket: number;
  readonly notebook: string;
  readonly cells: readonly Cell[];
  readonly settings: readonly Setting[];
}

/** Asks which names the last run of a notebook gave, or which attributes the thing of a name has. */
export interface Complete {
  readonly kind: "complete";
  readonly ticket: number;
  readonly notebook: string;
  readonly of: string | null;
}

/**
 * Asks for a graph of the last run of a cell after a move of the reader. The empty id is the graph of the cell's last
 * backward pass.
 */
export interface LookAtGraph {
  readonly kind: "graph";
  readonly ticket: number;
  readonly notebook: string;
  readonly cell: string;
  readonly id: string;
  readonly move: GraphMove;
}

export type Request = Run | Complete | LookAtGraph;

/**
 * What a worker says: that it has started; what came of a cell, one message each; that all cells are done; names; a
 * graph at one of its moments, or that there is none; that it refuses, and why; that its memory is of no more use.
 */
export type Answer =
  | { readonly kind: "started" }
  | { readonly kind: "cell"; readonly ticket: number; readonly outcome: Outcome }
  | { readonly kind: "done"; readonly ticket: number }
  | { readonly kind: "names"; readonly ticket: number; readonly names: readonly string[] }
  | { readonly kind: "moment"; readonly ticket: number; readonly moment: GraphMoment | null }
  | { readonly kind: "refused"; readonly ticket: number; readonly reason: string }
  | { readonly kind: "died"; readonly ticket: number; readonly reason: string };
