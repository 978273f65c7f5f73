/**
 * The cells of one notebook, which share their names from top to bottom. A run begins with the first cell and no
 * names, so what is shown follows from the texts and the controls alone.
 */

import type { Outcome } from "../engine/cells-engine.ts";
import { codeIn, withCode } from "../link/code.ts";
import { keep, kept, type Texts } from "./kept.ts";
import { pageCells } from "./page-cells.ts";
import type { Setting } from "./protocol.ts";

/** What a notebook asks of its cells. */
export interface NotebookCell {
  readonly name: string;
  /** The text as it came with the page. */
  readonly original: string;
  text(): string;
  /** Takes another text, which can be undone. */
  take(text: string): void;
  /** Shows that a run goes on. */
  wait(): void;
  /** Shows what came of a run; nothing, where a cell above ended with an error. */
  show(outcome: Outcome | undefined): void;
  /** Says something about the text: where it came from, what cannot be done with it. */
  say(words: string): void;
  /** Offers the way back to what the reader had written before, or no longer. */
  offerEarlier(isThere: boolean): void;
}

/** How long a reader pauses before a changed text is kept, in milliseconds. */
const PAUSE = 400;

const notebooks = new Map<string, Notebook>();

/** The notebook of a name. */
export function notebookOf(name: string): Notebook {
  const known = notebooks.get(name) ?? new Notebook(name);
  notebooks.set(name, known);
  return known;
}

export class Notebook {
  readonly name: string;
  readonly #cells: NotebookCell[] = [];
  readonly #settings = new Map<string, Setting>();
  /** The last cell that was run: a control that moves runs all cells down to it. */
  #reached = -1;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** What the reader had written before a link brought other code, the last one last. */
  #earlier: Texts[] = [];
  /** What is said about the texts now. */
  #said = "";
  /** Adds a cell below the others, where the page can. */
  addCell: (() => void) | undefined;

  constructor(name: string) {
    this.name = name;
    addEventListener("hashchange", () => void this.#followLink());
  }

  join(cell: NotebookCell): void {
    this.#cells.push(cell);
  }

  /** Brings the cells to how they were left, or to the texts of the link that led here. */
  async open(): Promise<void> {
    const { texts, earlier } = kept(this.name);
    this.#earlier = [...earlier];
    if (texts !== undefined) this.#take(texts);
    this.#offerEarlier();
    await this.#followLink();
  }

  async #followLink(): Promise<void> {
    const linked = await codeIn(location.hash, this.name);
    if (linked === undefined) return;
    if ("reason" in linked) {
      this.#say(linked.reason);
      return;
    }
    if (isSame(linked.texts, this.#texts())) return;
    this.#setAside();
    this.#take(linked.texts);
    this.#keepHere();
    this.#say(LINKED);
  }

  /** Back to what the reader had written before; what stands there now is set aside in its place. */
  takeEarlier(): void {
    const own = this.#earlier.pop();
    if (own === undefined) return;
    this.#setAside();
    this.#take(own);
    this.#say("");
    this.#offerEarlier();
    this.changed();
  }

  /** What the reader has written is never lost to other code. */
  #setAside(): void {
    const own = this.#ownTexts();
    if (own === undefined) return;
    this.#earlier = [...this.#earlier.filter((texts) => !isSame(texts, own)), own];
    this.#offerEarlier();
  }

  #offerEarlier(): void {
    this.#cells[0]?.offerEarlier(this.#earlier.length > 0);
  }

  #say(words: string): void {
    this.#said = words;
    this.#cells[0]?.say(words);
  }

  #take(texts: Texts): void {
    while (this.#cells.length < texts.length && this.addCell !== undefined) this.addCell();
    for (const [index, cell] of this.#cells.entries()) cell.take(texts[index] ?? cell.original);
  }

  #texts(): Texts {
    return this.#cells.map((cell) => cell.text());
  }

  /** The texts, unless all are as they came. */
  #ownTexts(): Texts | undefined {
    return this.#cells.some((cell) => cell.text() !== cell.original) ? this.#texts() : undefined;
  }

  /** Runs the cells down to this one. */
  async run(until: NotebookCell): Promise<void> {
    if (this.#said === LINKED) this.#say("");
    const last = this.#cells.indexOf(until);
    this.#reached = Math.max(this.#reached, last);
    await this.#runDownTo(last);
  }

  /** The reader moved a control that a cell had asked for. */
  set(setting: Setting): void {
    this.#settings.set(setting.name, setting);
    void this.#runDownTo(this.#reached);
  }

  async #runDownTo(last: number): Promise<void> {
    const cells = this.#cells.slice(0, last + 1);
    for (const cell of cells) cell.wait();
    const outcomes = await pageCells.run(
      this.name,
      cells.map((cell) => ({ name: cell.name, source: cell.text() })),
      [...this.#settings.values()],
    );
    if (outcomes === undefined) return;
    for (const [index, cell] of cells.entries()) cell.show(outcomes[index]);
  }

  complete(of: string | null): Promise<readonly string[]> {
    return pageCells.complete(this.name, of);
  }

  /** A text has changed: it is kept, and goes into the address. */
  changed(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.#keep(), PAUSE);
  }

  async #keep(): Promise<void> {
    this.#keepHere();
    const address = await withCode(location.hash, this.name, this.#ownTexts());
    if (address === undefined) this.#say(TOO_LONG);
    else if (this.#said === TOO_LONG) this.#say("");
    goTo(address ?? (await withCode(location.hash, this.name, undefined)) ?? "");
  }

  #keepHere(): void {
    keep(this.name, { texts: this.#ownTexts(), earlier: this.#earlier });
  }
}

const LINKED =
  "This code came with the link. It runs when you press Run; it can reach nothing but its own output.";
const TOO_LONG =
  "This code is too long for a link. Your browser keeps it; save it as a file to pass it on.";

const isSame = (one: Texts, other: Texts) => one.join("\0") === other.join("\0");

/** Changes the hash of the address, and not the way back. */
function goTo(hash: string): void {
  if (hash === location.hash) return;
  try {
    history.replaceState(
      history.state,
      "",
      hash === "" ? location.pathname + location.search : hash,
    );
  } catch {
    // A frame that may not change its address keeps it.
  }
}
