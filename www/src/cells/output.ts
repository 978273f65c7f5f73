/** What came of a run, below its cell: text, figures and controls in their order, then the error. */

import type { CellEvent, Frame, Outcome, Report } from "../engine/cells-engine.ts";
import { CellControl, isSame } from "./cell-control.ts";
import { CellFigureElement } from "./cell-figure.ts";
import { GraphPlace } from "./graph-place.ts";
import type { Setting } from "./protocol.ts";

/** A piece of output that stays in place when the next run puts out one of its kind. */
type Piece =
  | { readonly kind: "text"; readonly element: HTMLElement }
  | { readonly kind: "figure"; readonly element: CellFigureElement }
  | { readonly kind: "graph"; readonly element: GraphPlace }
  | { readonly kind: "control"; readonly element: HTMLElement; readonly control: CellControl };

export class Output {
  readonly #root: HTMLElement;
  readonly #moved: (setting: Setting) => void;
  /** The notebook and the cell that this is the output of. */
  readonly #of: readonly [string, string];
  #pieces: Piece[] = [];
  #error: HTMLElement | undefined;
  /** Outcomes are shown one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    root: HTMLElement,
    moved: (setting: Setting) => void,
    of: readonly [notebook: string, cell: string],
  ) {
    this.#root = root;
    this.#of = of;
    this.#moved = moved;
  }

  /** Shows an outcome in place of the one before. */
  show(outcome: Outcome): Promise<void> {
    this.#turn = this.#turn.then(() => this.#show(outcome));
    return this.#turn;
  }

  async #show({ events, error }: Outcome): Promise<void> {
    const before = this.#pieces;
    const pieces: Piece[] = [];
    for (const event of merged(events)) pieces.push(await this.#piece(event, before));
    this.#pieces = pieces;
    for (const piece of before) {
      if (pieces.includes(piece)) continue;
      if (piece.kind === "figure") piece.element.drop();
      else piece.element.remove();
    }
    this.#arrange(pieces.map(({ element }) => element));
    this.#error?.remove();
    this.#error = error === null ? undefined : errorOf(error);
    if (this.#error !== undefined) this.#root.append(this.#error);
  }

  /** What stands in its place already is not moved: a control keeps the focus. */
  #arrange(elements: readonly HTMLElement[]): void {
    elements.forEach((element, place) => {
      const there = this.#root.children[place] ?? null;
      if (there !== element) this.#root.insertBefore(element, there);
    });
  }

  async #piece(event: CellEvent, before: Piece[]): Promise<Piece> {
    if (event.kind === "text") {
      const known = take(before, "text");
      const element = known?.element ?? printed();
      if (element.textContent !== event.text) element.textContent = event.text;
      return known ?? { kind: "text", element };
    }
    if (event.kind === "graph") {
      const known = before.find((one) => one.kind === "graph" && one.element.graph === event.id);
      if (known?.kind !== "graph") {
        return { kind: "graph", element: await GraphPlace.of(...this.#of, event.id) };
      }
      before.splice(before.indexOf(known), 1);
      known.element.refresh();
      return known;
    }
    if (event.kind === "figure") {
      const known = take(before, "figure");
      known?.element.replace(event.figure);
      return known ?? { kind: "figure", element: await CellFigureElement.of(event.figure) };
    }
    const known = before.find((one) => one.kind === "control" && isSame(one.control.asked, event));
    if (known !== undefined) {
      before.splice(before.indexOf(known), 1);
      return known;
    }
    const control = new CellControl(event, this.#moved);
    const element = Object.assign(document.createElement("div"), { className: "controls" });
    element.append(control.element);
    return { kind: "control", element, control };
  }
}

/** Takes the first piece of a kind out of those of the run before. */
function take<Kind extends Piece["kind"]>(
  pieces: Piece[],
  kind: Kind,
): Extract<Piece, { kind: Kind }> | undefined {
  const place = pieces.findIndex((piece) => piece.kind === kind);
  return place < 0 ? undefined : (pieces.splice(place, 1)[0] as Extract<Piece, { kind: Kind }>);
}

/** Texts that follow one another as one. */
function merged(events: readonly CellEvent[]): CellEvent[] {
  const all: CellEvent[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event.kind === "text" && last?.kind === "text") {
      all[all.length - 1] = { kind: "text", text: last.text + event.text };
    } else all.push(event);
  }
  return all;
}

function printed(): HTMLElement {
  const element = Object.assign(document.createElement("pre"), { className: "printed" });
  element.tabIndex = 0;
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", "Printed text");
  return element;
}

function errorOf(report: Report): HTMLElement {
  const element = Object.assign(document.createElement("div"), { className: "error" });
  const head = document.createElement("p");
  head.append(
    Object.assign(document.createElement("strong"), { textContent: report.name }),
    `: ${sentence(report)}`,
  );
  const trace = document.createElement("ol");
  for (const frame of report.trace) {
    trace.append(Object.assign(document.createElement("li"), { textContent: placeOf(frame) }));
  }
  element.append(head);
  if (report.trace.length > 0) element.append(trace);
  return element;
}

/** The message, and the name that may have been meant. */
function sentence({ message, suggestion }: Report): string {
  const meant = suggestion === null ? "" : ` Did you mean “${suggestion}”?`;
  return `${message}.${meant}`.replace(/([.?!])\./, "$1");
}

function placeOf({ cell, function: name, start, text }: Frame): string {
  const where = name === null ? cell : `${cell}, in ${name}()`;
  return `${where}, line ${start.line}: ${text.trim()}`;
}

/** What an outcome says to those who listen. */
export function spoken({ events, error }: Outcome): string {
  if (error !== null) {
    const line = error.trace.at(-1)?.start.line;
    return `${error.name}${line === undefined ? "" : ` in line ${line}`}: ${sentence(error)}`;
  }
  const text = events.flatMap((event) => (event.kind === "text" ? [event.text] : [])).join("");
  const figures = events.filter(({ kind }) => kind === "figure" || kind === "graph").length;
  const said = text.length > 200 ? `${text.slice(0, 200)} and more` : text;
  const drawn = figures === 0 ? "" : ` ${figures === 1 ? "A figure" : `${figures} figures`} below.`;
  return `${said}${drawn}`.trim() || "The cell ran and put out nothing.";
}
