/** A place for a graph of a cell. What shows it is fetched when there is one. */
import type { GraphViewElement } from "../elements/graph-view.ts";
import { openCellFigure } from "../engine/cells-engine.ts";
import { rest } from "../later.ts";
import { addStyle } from "../link/settings.ts";
import style from "../style/graph.css";
import { pageCells } from "./page-cells.ts";

const NAME = "popgrad-graph-view";

export class GraphPlace extends HTMLElement {
  /** The id of the graph; empty for that of the last backward pass. */
  graph = "";
  #view: GraphViewElement | undefined;

  /** The graph of the last run of a cell: the one of an event by its id, or that of its last backward pass. */
  static async of(notebook: string, cell: string, graph: string): Promise<GraphPlace> {
    const [{ GraphViewElement }, tools] = await Promise.all([
      import("../elements/graph-view.ts"),
      rest(),
    ]);
    if (customElements.get(NAME) === undefined) {
      addStyle(style);
      customElements.define(NAME, GraphViewElement);
    }
    const view = new GraphViewElement();
    view.source = {
      after: (move) => pageCells.graph(notebook, cell, graph, move),
      open: openCellFigure,
      tools,
    };
    const place = new GraphPlace();
    place.graph = graph;
    place.#view = view;
    place.append(view);
    return place;
  }

  /** The cell has run again. */
  refresh(): void {
    this.#view?.refresh();
  }
}

customElements.define("popgrad-graph-place", GraphPlace);
