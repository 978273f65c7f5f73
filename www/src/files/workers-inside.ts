/** Workers of a page that is one file. */
import source from "popgrad-inside/worker.iife";

let address: string | undefined;

/** Starts a worker. There is one: that of the pool. */
export function startWorker(_file: string): Worker {
  address ??= URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return new Worker(address);
}
