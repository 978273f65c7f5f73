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
    const tables = this.#read();
    const sections = tables.map((table) => this.#sectionOf(table.panel));
    for (const section of this.#details.querySelectorAll("section")) {
      if (!sections.includes(section)) section.remove();
    }
    sections.forEach((section, place) => {
      const table = tables[place];
      if (table !== undefined) fill(section, table);
    });
  }

  /** The place of a panel's table; it may be wider than the page, and then scrolls by keys too. */
  #sectionOf(panel: string): HTMLElement {
    const selector = `section[data-panel="${CSS.escape(panel)}"]`;
    const there = this.#details.querySelector<HTMLElement>(selector);
    if (there !== null) return there;
    const section = document.createElement("section");
    section.className = "scrolling";
    section.tabIndex = 0;
    section.dataset["panel"] = panel;
    this.#details.append(section);
    return section;
  }
}

/** Writes a table anew. The section stays, with its focus and its scrolling. */
function fill(section: HTMLElement, { caption, headers, rows }: Table): void {
  section.setAttribute("aria-label", `Table: ${caption}`);
  const table = document.createElement("table");
  table.createCaption().textContent = caption;
  table.createTHead().append(rowOf(headers, "col"));
  table.createTBody().append(...rows.map((cells) => rowOf(cells, "row")));
  section.replaceChildren(table);
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
