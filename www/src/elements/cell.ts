/**
 * `<popgrad-cell notebook="…" name="…">`: code that can be run and edited. What that takes is fetched when a reader
 * first asks for it; until then the code stands there as text.
 */

import { openCells } from "popgrad-later";
import { kept } from "../cells/kept.ts";
import type { LiveCell } from "../cells/live-cell.ts";
import { codePart } from "../link/code.ts";
import { isForReading } from "../link/settings.ts";

/** Asks of a cell stay in the cell: the experiment around it has its own. */
const INSIDE = ["revive", "input", "change", "nudge", "join", "explained", "fault", "move"];

const BAR = `
<p class="cell-bar">
  <button class="run" type="button">Run</button>
  <button class="edit" type="button">Edit</button>
  <label class="live editing" hidden><input type="checkbox"> Run while typing</label>
  <button class="original link editing" type="button" hidden disabled>Back to the original</button>
  <button class="save link editing" type="button" hidden>Save as a file</button>
  <button class="earlier link" type="button" hidden>Back to what you wrote before</button>
</p>
<p class="editing keys" hidden><kbd>Ctrl</kbd> + <kbd>Enter</kbd> runs. <kbd>Tab</kbd> indents; <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves.</p>
<p class="cell-notice" role="status" hidden></p>`;

export class CellElement extends HTMLElement {
  #live: Promise<LiveCell> | undefined;

  connectedCallback(): void {
    if (this.querySelector(".cell-bar") !== null || isForReading(this)) return;
    for (const kind of INSIDE) this.addEventListener(kind, (event) => event.stopPropagation());
    this.insertAdjacentHTML("beforeend", BAR);
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button !== null && button.closest(".cell-bar") !== null)
        void this.#pressed(button.classList);
    });
    if (this.#hasOwnText()) void this.live();
  }

  /** The cell in use, fetched once for all cells of the page. */
  live(): Promise<LiveCell> {
    this.#live ??= openCells().then(({ openedCell }) => openedCell(this));
    return this.#live;
  }

  async #pressed(button: DOMTokenList): Promise<void> {
    const cell = await this.live();
    if (button.contains("run")) await cell.run();
    else if (button.contains("edit")) await cell.edit();
    else if (button.contains("original")) cell.reset();
    else if (button.contains("save")) cell.save();
    else if (button.contains("earlier")) cell.takeEarlier();
  }

  /** Whether the browser or the address may hold another text. */
  #hasOwnText(): boolean {
    const notebook = this.getAttribute("notebook") ?? "";
    const { texts, earlier } = kept(notebook);
    return codePart(location.hash, notebook) !== "" || texts !== undefined || earlier.length > 0;
  }
}
