/** The numbers of a figure as tables, one for each panel, brought up to date while they are open. */
import type { Table } from "../engine/engine.ts";

export class DataTables {
  readonly #details: HTMLDetailsElement;
  readonly #read: () => readonly Table[];

  static within(
    root: HTMLElement,
    read: () => readonly Table[],
    end: AbortSignal,
  ): DataTables | undefined {
    const details = root.querySelector<HTMLDetailsElement>("details.data");
    if (details === null) return undefined;
    const tables = new DataTables(details, read);
    details.addEventListener("toggle", () => tables.update(), { signal: end });
    return tables;
  }

  private constructor(details: HTMLDetailsElement, read: () => readonly Table[]) {
    this.#details = details;
    this.#read = read;
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
