/** The numbers of a figure as tables, one for each panel, brought up to date while they are open. */
import type { Table } from "../engine/engine.ts";

export class DataTables {
  readonly #details: HTMLDetailsElement;
  readonly #read: () => readonly Table[];

  static within(root: HTMLElement, read: () => readonly Table[]): DataTables | undefined {
    const details = root.querySelector<HTMLDetailsElement>("details.data");
    return details === null ? undefined : new DataTables(details, read);
  }

  private constructor(details: HTMLDetailsElement, read: () => readonly Table[]) {
    this.#details = details;
    this.#read = read;
    details.addEventListener("toggle", () => this.update());
  }

  /** Closed tables are left alone; they are filled when they open. */
  update(): void {
    if (!this.#details.open) return;
    for (const table of this.#read()) {
      this.#details
        .querySelector(`table[data-panel="${CSS.escape(table.panel)}"] tbody`)
        ?.replaceChildren(...table.rows.map(rowElement));
    }
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
