/** What crosses between the page and a worker. */

/** The first message to a worker: the full engine, compiled. */
export interface Start {
  readonly module: WebAssembly.Module;
}

/** One part of a long computation, of an experiment with these values. */
export interface Request {
  readonly ticket: number;
  readonly slug: string;
  readonly values: ReadonlyMap<string, number>;
  readonly job: string;
  readonly part: number;
}

/** What became of a request. After `died` the worker's engine is of no more use. */
export type Answer =
  | { readonly ticket: number; readonly result: Float64Array<ArrayBuffer> }
  | { readonly ticket: number; readonly refused: string }
  | { readonly ticket: number; readonly died: string };
