/**
 * `<popgrad-panel figure="…">`: one figure. Starts as the static picture that came with the page
 * and draws itself on a canvas of the same size once it is given a model and is in view.
 */
import { OncePerFrame } from "../drawing/frame.ts";
import { SurfaceWatch } from "../drawing/surface.ts";
import { ViewWatch } from "../drawing/view.ts";
import type { Drawn } from "../engine/engine.ts";
import { rest } from "../later.ts";
import { currentTheme, onThemeChange } from "../theme.ts";
import type { DataTables } from "./data-tables.ts";
import type { FigureModel } from "./figure-model.ts";
import { FigureWords } from "./figure-words.ts";
import type { MarkLayer, MarkSource } from "./mark-layer.ts";
import { resultOf } from "./result.ts";

/** How long the reader pauses before the words follow the picture, in milliseconds. */
const SETTLED = 200;

/** What a figure has while it is alive; gone when it leaves the page. */
interface Life {
  readonly model: FigureModel;
  readonly canvas: HTMLCanvasElement;
  readonly surface: SurfaceWatch;
  readonly view: ViewWatch;
  readonly words: FigureWords;
  /** Laid when the rest of the page's code has come. */
  marks?: MarkLayer;
  tables?: DataTables | undefined;
  /** Where everything stands in the picture as it was drawn last. */
  drawn?: Drawn;
  readonly end: AbortController;
}

export class PanelElement extends HTMLElement {
  readonly #frame = new OncePerFrame(() => this.draw());
  #life: Life | undefined;
  #settling = 0;
  /** The role that is lit, such as `gradient`. */
  #lit: string | undefined;
  /** What the canvas shows: a figure that stays is not drawn again. */
  #shown = "";
  /** Whether marks and words do not follow the drawn picture yet. */
  #isBare = false;

  get figure(): string {
    return this.getAttribute("figure") ?? "";
  }

  /** Put back alone, a figure asks the experiment around it for its model. */
  connectedCallback(): void {
    this.#ask("revive", this);
  }

  /** Comes alive: from now on the picture is drawn from this model, as soon as it is in view. */
  attach(model: FigureModel): void {
    this.disconnectedCallback();
    const end = new AbortController();
    const canvas = this.#addCanvas(end.signal);
    this.#life = {
      model,
      canvas,
      end,
      surface: new SurfaceWatch(this.#picture, () => this.redraw()),
      view: new ViewWatch(this.#picture, () => this.redraw()),
      words: new FigureWords(this),
    };
    this.#addTools(this.#life).catch((error) => this.#ask("fault", error));
    onThemeChange(() => this.#drawAnew(), end.signal);
  }

  /** The canvas may have lost what it showed: it is drawn again when a drawing is asked for next. */
  forget(): void {
    this.#shown = "";
  }

  /** Draws in the next frame. */
  redraw(): void {
    this.#frame.ask();
  }

  /** Draws at once and as large as it now is: a page that is about to be printed has no next frame. */
  #drawAnew(): void {
    this.#life?.surface.forget();
    this.draw();
  }

  /** Draws now, with all that lies around the picture. */
  draw(): void {
    this.paint();
    this.surround();
  }

  /**
   * Draws the picture now if it is in view; what is not is drawn when it comes there, or on paper. A
   * context that the browser has taken away takes no drawing: the static picture stays. The page
   * stays as it is until {@link surround}: after a change the browser looks at all styles again as
   * soon as words are drawn.
   */
  paint(): void {
    const life = this.#life;
    const theme = currentTheme(this);
    if (life === undefined || !(life.view.isNear || theme === "print")) return;
    const { width, height, ratio } = life.surface.size();
    if (width === 0) return;
    try {
      const { experiment } = life.model;
      const [revision, lit] = [experiment.revision(this.figure), this.#lit];
      const picture = [revision, width, height, ratio, theme, lit].join();
      if (picture === this.#shown) return;
      if (life.canvas.getContext("2d")?.isContextLost?.()) {
        this.#showStatic();
        return;
      }
      life.drawn = experiment.draw(this.figure, life.canvas, width, height, ratio, theme, lit);
      this.#shown = picture;
      this.#isBare = true;
    } catch (error) {
      this.#showStatic();
      this.#ask("fault", error);
    }
  }

  /** Brings marks and words to where the picture now has them. Returns whether it had changed. */
  surround(): boolean {
    const life = this.#life;
    if (life?.drawn === undefined || !this.#isBare) return false;
    this.#isBare = false;
    try {
      life.marks?.place(life.drawn);
      life.words.show(life.model.experiment.words(this.figure));
    } catch (error) {
      this.#showStatic();
      this.#ask("fault", error);
      return false;
    }
    this.#settle();
    return true;
  }

  /** Lights the marks of a role: the others step back. Without one, all are as they were. */
  light(role: string | undefined): void {
    if (role === this.#lit) return;
    this.#lit = role;
    this.redraw();
  }

  /** What the figure now says, in one sentence. */
  result(): string {
    const { experiment } = this.#life?.model ?? {};
    if (experiment === undefined) return "";
    return resultOf(experiment.tables(this.figure), experiment.marks(this.figure));
  }

  disconnectedCallback(): void {
    clearTimeout(this.#settling);
    this.#frame.cancel();
    this.#showStatic();
    this.#life?.end.abort();
    this.#life?.surface.stop();
    this.#life?.view.stop();
    this.#life?.marks?.remove();
    this.#life?.canvas.remove();
    this.#life = undefined;
  }

  #addCanvas(end: AbortSignal): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.addEventListener("contextlost", () => this.#showStatic(), { signal: end });
    canvas.addEventListener("contextrestored", () => this.redraw(), { signal: end });
    this.#picture.append(canvas);
    return canvas;
  }

  /** What no drawing waits for: marks that are explained and moved, maps that are clicked, numbers, files. */
  async #addTools(life: Life): Promise<void> {
    const { DataTables, FigureTools, layFoot, MarkLayer, pickFrom, Readout } = await rest();
    const { canvas, model, end } = life;
    if (end.signal.aborted) return;
    layFoot(this);
    life.tables = DataTables.within(this, () => model.experiment.tables(this.figure), end.signal);
    const source = this.#source(model);
    life.marks = new MarkLayer(this.#picture, Readout.within(this), source);
    pickFrom(canvas, () => life.drawn, source, end.signal);
    FigureTools.within(this, model, (error) => this.#ask("fault", error), end.signal);
    if (life.drawn === undefined) return;
    life.marks.place(life.drawn);
    this.#describe();
  }

  /** What marks and maps ask for. */
  #source(model: FigureModel): MarkSource {
    return {
      about: (parameter) => model.about(parameter),
      value: (parameter) => model.read(parameter).value,
      explain: (mark) => model.experiment.explain(this.figure, mark),
      explained: (words) => this.#ask("explained", words),
      nudge: (parameter, move) => this.#ask("nudge", { parameter, move }),
      move: (parameter, value) => this.#ask("move", { parameter, value }),
      letGo: () => this.dispatchEvent(new Event("change", { bubbles: true })),
    };
  }

  /** Asks whoever holds the parameters: the picture shows them and does not change them. */
  #ask(type: "nudge" | "move" | "fault" | "revive" | "explained", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  /** The first picture is put into words at once, the others when the reader pauses. */
  #settle(): void {
    clearTimeout(this.#settling);
    if (this.dataset["alive"] === undefined) this.#describe();
    else this.#settling = window.setTimeout(() => this.#describe(), SETTLED);
    this.dataset["alive"] = "";
  }

  /** Brings to words what the picture now shows. */
  #describe(): void {
    const life = this.#life;
    if (life === undefined) return;
    try {
      const { experiment } = life.model;
      life.canvas.setAttribute("aria-label", experiment.alternative(this.figure));
      life.marks?.describe(experiment.marks(this.figure));
      life.tables?.update();
    } catch (error) {
      this.#ask("fault", error);
    }
  }

  /** Marks and their explanations belong to the live picture and leave with it (`marks.css`). */
  #showStatic(): void {
    delete this.dataset["alive"];
    this.#shown = "";
    this.#isBare = false;
  }

  get #picture(): HTMLElement {
    const picture = this.querySelector<HTMLElement>(".picture");
    if (picture === null) throw new Error(`<popgrad-panel> "${this.figure}" has no .picture`);
    return picture;
  }
}
