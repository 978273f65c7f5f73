/** A place for a graph of a cell. What shows it is fetched when there is one. */
import type { GraphViewElement } from "../elements/graph-view.ts";

export class GraphPlace extends HTMLElement {
  /** The id of the graph; empty for that of the last backward pass. */
  graph = "";
  #view: GraphViewElement | undefined;

  static async of(notebook: string, cell: string, graph: string): Promise<GraphPlace> {
    const { graphOf } = await import("./graph.ts");
    const place = new GraphPlace();
    place.graph = graph;
    place.#view = graphOf(notebook, cell, graph);
    place.append(place.#view);
    return place;
  }

  /** The cell has run again. */
  refresh(): void {
    this.#view?.refresh();
  }
}

customElements.define("popgrad-graph-place", GraphPlace);
