/** The numbers of a figure as a table, brought up to date while it is open. */
import type { Table } from "../engine/engine.ts";

export class DataTable {
  readonly #details: HTMLDetailsElement;
  readonly #body: HTMLTableSectionElement;
  readonly #read: () => Table;

  static within(root: HTMLElement, read: () => Table): DataTable | undefined {
    const details = root.querySelector<HTMLDetailsElement>("details.data");
    const body = details?.querySelector("tbody");
    return details && body ? new DataTable(details, body, read) : undefined;
  }

  private constructor(
    details: HTMLDetailsElement,
    body: HTMLTableSectionElement,
    read: () => Table,
  ) {
    this.#details = details;
    this.#body = body;
    this.#read = read;
    details.addEventListener("toggle", () => this.update());
  }

  /** A closed table is left alone; it is filled when it opens. */
  update(): void {
    if (!this.#details.open) return;
    this.#body.replaceChildren(...this.#read().rows.map(rowElement));
  }
}

function rowElement(cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  cells.forEach((text, column) => {
    const cell = document.createElement(column === 0 ? "th" : "td");
    if (column === 0) cell.setAttribute("scope", "row");
    cell.textContent = text;
    row.append(cell);
  });
  return row;
}
