/** The graph of the last backward pass of a cell: every cell has it, whether or not it asks for a graph. */
import { GraphPlace } from "./graph-place.ts";

export class LastPass {
  readonly #notebook: string;
  readonly #cell: string;
  #details: HTMLDetailsElement | undefined;
  #graph: GraphPlace | undefined;

  constructor(notebook: string, cell: string) {
    this.#notebook = notebook;
    this.#cell = cell;
  }

  /** Offers the graph of the run that has ended below what it put out; one that is open already follows. */
  showAfter(place: HTMLElement): void {
    if (this.#details === undefined) {
      this.#details = offered();
      this.#details.addEventListener("toggle", () => void this.#open());
      place.after(this.#details);
    }
    this.#graph?.refresh();
  }

  async #open(): Promise<void> {
    if (this.#details?.open !== true || this.#graph !== undefined) return;
    this.#graph = await GraphPlace.of(this.#notebook, this.#cell, "");
    this.#details.append(this.#graph);
  }
}

function offered(): HTMLDetailsElement {
  const details = Object.assign(document.createElement("details"), { className: "graph" });
  const summary = Object.assign(document.createElement("summary"), {
    textContent: "The graph of the last backward pass, step by step",
  });
  details.append(summary);
  return details;
}
