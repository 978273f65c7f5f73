/** The numbers of a figure as tables, one for each panel, written and brought up to date while they are open. */
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

  /** Closed tables are left alone; they are written when they open. */
  update(): void {
    if (!this.#details.open) return;
    for (const table of this.#read()) {
      const selector = `table[data-panel="${CSS.escape(table.panel)}"] tbody`;
      const body = this.#details.querySelector(selector) ?? this.#add(table);
      body.replaceChildren(...table.rows.map((cells) => rowOf(cells, "row")));
    }
  }

  /** An empty table for a panel; it may be wider than the page, and then scrolls by keys too. */
  #add({ panel, caption, headers }: Table): HTMLElement {
    const section = document.createElement("section");
    section.className = "scrolling";
    section.tabIndex = 0;
    section.setAttribute("aria-label", `Table: ${caption}`);
    const table = document.createElement("table");
    table.dataset["panel"] = panel;
    table.createCaption().textContent = caption;
    table.createTHead().append(rowOf(headers, "col"));
    section.append(table);
    this.#details.append(section);
    return table.createTBody();
  }
}

/** A row whose cells are headers of their columns, or whose first cell is the header of the row. */
function rowOf(cells: readonly string[], scope: "row" | "col"): HTMLTableRowElement {
  const row = document.createElement("tr");
  cells.forEach((text, column) => {
    const isHeader = scope === "col" || column === 0;
    const cell = document.createElement(isHeader ? "th" : "td");
    if (isHeader) cell.setAttribute("scope", scope);
    cell.textContent = text;
    row.append(cell);
  });
  return row;
}
