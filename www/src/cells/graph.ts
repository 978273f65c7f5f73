/** The graph of a cell, for whoever shows what cells put out. */
import { GraphViewElement } from "../elements/graph-view.ts";
import { openCellFigure } from "../engine/cells-engine.ts";
import { pageCells } from "./page-cells.ts";

/**
 * An element that steps through a graph of the last run of a cell: the one of an event `graph` by its id, or, with the
 * empty id, the graph of the cell's last backward pass.
 */
export function graphOf(notebook: string, cell: string, id = ""): GraphViewElement {
  const name = "popgrad-graph-view";
  if (customElements.get(name) === undefined) customElements.define(name, GraphViewElement);
  const view = new GraphViewElement();
  view.source = {
    after: (move) => pageCells.graph(notebook, cell, id, move),
    open: openCellFigure,
  };
  return view;
}
