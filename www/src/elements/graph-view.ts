/**
 * `<popgrad-graph-view>`: a graph that a reader steps through, forward and backward, with the two classic bugs as
 * switches. What it shows it asks of its {@link GraphViewElement.source}; the picture is moved and enlarged in place.
 */
import type { CellFigure, GraphMoment, GraphMove } from "../engine/cells-engine.ts";
import type { DrawnMark, Explanation, Mark, Sheet } from "../engine/engine.ts";
import type { DataTables } from "./data-tables.ts";
import { GraphControls } from "./graph-controls.ts";
import { template } from "./graph-template.ts";
import { GraphViewport } from "./graph-viewport.ts";
import { nextMark } from "./graph-ways.ts";
import type { MarkLayer, MarkSource } from "./mark-layer.ts";

/**
 * What the view takes of the rest of the page's code. It is handed in: were it imported here, the bundler would cut the
 * first download into more files.
 */
export type GraphTools = Pick<
  typeof import("../rest.ts"),
  "DataTables" | "FigureTools" | "MarkLayer" | "Playback" | "Readout"
>;

/** Where the moments of a graph come from. */
export interface GraphSource {
  /** The graph after a move; nothing, if it is not there any more. */
  readonly after: (move: GraphMove) => Promise<GraphMoment | null>;
  /** The figure of a moment, which the view frees. */
  readonly open: (bytes: Uint8Array) => Promise<CellFigure>;
  readonly tools: GraphTools;
}

/** From this width on layers follow each other across, in CSS pixels; narrower ones downwards. */
const WIDE = 560;
/** Pictures begin no smaller than this: their words can be read. */
const READABLE = 0.7;
/** The name of a figure counts for nothing where there is one. */
const ONLY = "";

/** What is shown now. */
interface Shown {
  readonly moment: GraphMoment;
  readonly figure: CellFigure;
  readonly sheet: Sheet;
  readonly marks: readonly Mark[];
}

export class GraphViewElement extends HTMLElement {
  /** Where the moments come from; set before the element enters the page. */
  source: GraphSource | undefined;
  #shown: Shown | undefined;
  #end = new AbortController();
  #viewport: GraphViewport | undefined;
  #controls: GraphControls | undefined;
  #marks: MarkLayer | undefined;
  #tables: DataTables | undefined;
  /** Moves that wait, made one after the other; the first is on its way. */
  readonly #moves: GraphMove[] = [];

  connectedCallback(): void {
    const source = this.source;
    if (source === undefined) return;
    this.#end = new AbortController();
    this.replaceChildren(template());
    this.setAttribute("figure", "graph");
    const end = this.#end.signal;
    this.#viewport = new GraphViewport(this.#frame, () => this.#place(), end);
    const { MarkLayer, Playback, Readout } = source.tools;
    const playback = (move: (steps: number) => void) => new Playback(move);
    const go = (move: GraphMove) => this.#go(move);
    this.#controls = new GraphControls(this, go, this.#viewport, playback, end);
    this.#marks = new MarkLayer(this.#paper, Readout.within(this), this.#markSource());
    // Before the layer of marks, whose keys walk from mark to mark in a row.
    this.#frame.addEventListener("keydown", (event) => this.#key(event), {
      capture: true,
      signal: end,
    });
    this.#frame.addEventListener(
      "focusin",
      ({ target }) => this.#reveal((target as HTMLElement).dataset["mark"] ?? null),
      { signal: end },
    );
    this.#frame.addEventListener("click", (event) => this.#click(event), { signal: end });
    this.#go({ ask: "show" });
  }

  disconnectedCallback(): void {
    this.#end.abort();
    this.#controls?.stop();
    this.#shown?.figure.free();
    this.#shown = undefined;
  }

  /** Asks anew: the cell has run again. */
  refresh(): void {
    this.#go({ ask: "show" });
  }

  /** Makes a move when its turn comes; of steps that wait in a row only the last one is made. */
  #go(move: GraphMove): void {
    const waiting = this.#moves.length > 1 ? this.#moves.at(-1) : undefined;
    if (move.ask === "step" && waiting?.ask === "step") this.#moves.pop();
    this.#moves.push(move);
    if (this.#moves.length === 1) void this.#makeMoves();
  }

  async #makeMoves(): Promise<void> {
    for (let move = this.#moves[0]; move !== undefined; move = this.#moves[0]) {
      await this.#after(move).catch((error) => this.#fail(error));
      this.#moves.shift();
    }
  }

  async #after(move: GraphMove): Promise<void> {
    const moment = (await this.source?.after(move)) ?? null;
    if (this.#end.signal.aborted) return;
    if (moment === null) {
      this.#say("There is no graph: run the cell again. It makes one by a backward pass.");
      return;
    }
    const figure = await this.source?.open(moment.figure);
    if (figure === undefined) return;
    const isFirst = this.#shown === undefined;
    this.#shown?.figure.free();
    const sheet = figure.sheet(this.clientWidth >= WIDE);
    this.#shown = { moment, figure, sheet, marks: figure.marks(ONLY) };
    this.#draw(this.#shown);
    if (isFirst && this.source !== undefined) this.#offerFiles(this.source);
    this.#tables?.update();
    this.#controls?.show(moment);
    this.#viewport?.take(sheet);
    if (isFirst) this.#viewport?.fit(READABLE);
    if (isFirst || move.ask === "step") this.#reveal(moment.active);
    this.#say(moment.said ?? moment.spoken);
    this.dataset["alive"] = "";
  }

  /** The numbers of the graph as it stands, as a table and as files. */
  #offerFiles(source: GraphSource): void {
    const end = this.#end.signal;
    const figure = () => {
      const shown = this.#shown?.figure;
      if (shown === undefined) throw new Error("the graph is not there any more");
      return shown;
    };
    const { DataTables, FigureTools } = source.tools;
    this.#tables = DataTables.within(this, () => figure().tables(ONLY), end);
    const model = {
      get experiment() {
        return figure();
      },
      about: () => undefined,
      read: () => ({ value: Number.NaN, printed: "", spoken: "" }),
    };
    FigureTools.within(this, model, (error) => this.#fail(error), end);
  }

  #draw({ figure, sheet, marks, moment }: Shown): void {
    const words = figure.words(ONLY);
    this.#part(".figure-title").textContent = words.title;
    this.#part(".figure-subtitle").textContent = words.subtitle;
    const drawing = this.#part(".drawing");
    drawing.setAttribute("aria-label", figure.alternative(ONLY));
    drawing.innerHTML = sheet.svg;
    // The drawing is named as a whole; the ids in it may stand on the page already.
    const svg = drawing.firstElementChild;
    for (const name of ["role", "aria-labelledby", "aria-describedby"]) svg?.removeAttribute(name);
    svg?.setAttribute("aria-hidden", "true");
    for (const told of svg?.querySelectorAll("title, desc") ?? []) told.remove();
    this.#marks?.describe(marks);
    this.#place();
    this.#marks?.describe(marks);
    for (const mark of this.#frame.querySelectorAll<HTMLElement>(".mark")) {
      const isFold = moment.folds.includes(mark.dataset["mark"] ?? "");
      mark.classList.toggle("fold", isFold);
      mark.setAttribute("role", isFold ? "button" : "img");
    }
  }

  /** Lays picture and marks where the frame now shows them. */
  #place(): void {
    const [viewport, shown] = [this.#viewport, this.#shown];
    if (viewport === undefined || shown === undefined) return;
    const { zoom, at } = viewport;
    const { sheet } = shown;
    this.#paper.style.transform = `translate(${at.x}px, ${at.y}px)`;
    this.#paper.style.width = `${sheet.width * zoom}px`;
    this.#paper.style.height = `${sheet.height * zoom}px`;
    const marks = sheet.drawn.marks.map((mark) => scaled(mark, zoom));
    this.#marks?.place({ ...sheet.drawn, marks });
  }

  #reveal(mark: string | null): void {
    const place = this.#shown?.sheet.drawn.marks.find(({ id }) => id === mark);
    if (place !== undefined) this.#viewport?.reveal(place);
  }

  /** Arrows lead along edges; Enter and space open a fold. */
  #key(event: KeyboardEvent): void {
    const from = (event.target as HTMLElement).dataset["mark"];
    const shown = this.#shown;
    if (from === undefined || shown === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isArrow = event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End";
    const opens = event.key === "Enter" || event.key === " ";
    if (opens && shown.moment.folds.includes(from)) this.#go({ ask: "unfold", what: from });
    else if (isArrow)
      this.#focus(from, nextMark(event.key, from, shown.moment.ways, shown.sheet.drawn.marks));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #focus(from: string, to: string | undefined): void {
    if (to === undefined) return;
    const [before, after] = [this.#mark(from), this.#mark(to)];
    if (before !== null) before.tabIndex = -1;
    if (after === null) return;
    after.tabIndex = 0;
    after.focus({ preventScroll: true });
  }

  #mark(id: string): HTMLElement | null {
    return this.#frame.querySelector(`.mark[data-mark="${CSS.escape(id)}"]`);
  }

  #click(event: MouseEvent): void {
    const mark = (event.target as HTMLElement).dataset["mark"];
    if (mark === undefined || this.#viewport?.hasDragged === true) return;
    if (this.#shown?.moment.folds.includes(mark)) this.#go({ ask: "unfold", what: mark });
  }

  #markSource(): MarkSource {
    return {
      explain: (mark) => this.#explanation(mark),
      explained: () => undefined,
      about: () => undefined,
      value: () => Number.NaN,
      nudge: () => undefined,
      move: () => undefined,
      letGo: () => undefined,
    };
  }

  #explanation(mark: string): Explanation {
    const known = this.#shown?.moment.explanations.find(({ id }) => id === mark);
    return known ?? { words: "", formula: "" };
  }

  #say(words: string): void {
    this.#part(".moment").textContent = words;
  }

  #fail(error: unknown): void {
    this.#say(error instanceof Error ? error.message : String(error));
  }

  get #frame(): HTMLElement {
    return this.#part(".frame");
  }

  get #paper(): HTMLElement {
    return this.#part(".paper");
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (part === null) throw new Error(`<popgrad-graph-view> has no ${selector}`);
    return part;
  }
}

function scaled(mark: DrawnMark, zoom: number): DrawnMark {
  const { x, y, width, height } = mark;
  return { ...mark, x: x * zoom, y: y * zoom, width: width * zoom, height: height * zoom };
}
