/** Workers of a page that is one file. */
import source from "popgrad-inside/worker.iife";

/** Starts a worker. There is one: that of the pool. */
export function startWorker(_file: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
}
