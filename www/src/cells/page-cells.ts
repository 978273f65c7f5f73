/** The code cells of this page. */
import { startWorker } from "popgrad-workers";
import { cellsModule } from "../engine/cells-engine.ts";
import { Cells } from "./cells.ts";

/** One worker for all notebooks of the page, started when a reader first runs a cell. */
export const pageCells = new Cells({
  start: () => startWorker("./cells-worker.js"),
  module: cellsModule,
});
