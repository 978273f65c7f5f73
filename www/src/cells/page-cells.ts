/** The code cells of this page. */
import { cellsModule } from "../engine/cells-engine.ts";
import { Cells } from "./cells.ts";

/** One worker for all notebooks of the page, started when a reader first runs a cell. */
export const pageCells = new Cells({
  start: () => new Worker(new URL("./cells-worker.js", import.meta.url), { type: "module" }),
  module: cellsModule,
});
