/** Opens cells: all of a notebook at once, since they share their names. */
import type { CellElement } from "../elements/cell.ts";
import { LiveCell } from "./live-cell.ts";
import { notebookOf } from "./notebook.ts";

const opened = new Map<Element, LiveCell>();

/** The cell of an element. Whoever asks first opens the whole notebook around it. */
export async function openedCell(element: CellElement): Promise<LiveCell> {
  const known = opened.get(element);
  if (known !== undefined) return known;
  const name = element.getAttribute("notebook") ?? "";
  const notebook = notebookOf(name);
  const all = document.querySelectorAll<CellElement>(
    `popgrad-cell[notebook="${CSS.escape(name)}"]`,
  );
  for (const one of all) if (!opened.has(one)) opened.set(one, new LiveCell(one, notebook));
  const add = element.closest(".own")?.querySelector<HTMLButtonElement>("button.add-cell");
  if (add !== undefined && add !== null && notebook.addCell === undefined) {
    notebook.addCell = () => addBelow(element, name);
    add.hidden = false;
    add.addEventListener("click", () => void addBelow(element, name).edit());
  }
  const cell = opened.get(element);
  if (cell === undefined) throw new Error(`the notebook "${name}" has lost a cell`);
  await notebook.open();
  return cell;
}

/** An empty cell below the last one of a notebook. */
function addBelow(first: CellElement, notebook: string): LiveCell {
  const cells = document.querySelectorAll<CellElement>(
    `popgrad-cell[notebook="${CSS.escape(notebook)}"]`,
  );
  const element = document.createElement("popgrad-cell") as CellElement;
  element.setAttribute("notebook", notebook);
  element.setAttribute("name", `cell ${cells.length + 1}`);
  const code = document.createElement("pre");
  code.tabIndex = 0;
  code.append(document.createElement("code"));
  element.append(code);
  const last = cells[cells.length - 1] ?? first;
  last.after(element);
  const cell = new LiveCell(element, notebookOf(notebook));
  opened.set(element, cell);
  return cell;
}
