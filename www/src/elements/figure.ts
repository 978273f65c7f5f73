/**
 * `<popgrad-figure figure="…">`: one figure. Starts as the static picture that came with the page
 * and draws itself on a canvas of the same size once it is given a model.
 */
import { OncePerFrame } from "../drawing/frame.ts";
import { SurfaceWatch } from "../drawing/surface.ts";
import type { Experiment } from "../engine/engine.ts";
import { currentTheme, onThemeChange } from "../theme.ts";
import { DataTables } from "./data-tables.ts";
import { MarkLayer } from "./mark-layer.ts";
import { Readout } from "./readout.ts";

/** How long the reader pauses before the text alternative follows the picture, in milliseconds. */
const SETTLED = 200;

export class FigureElement extends HTMLElement {
  readonly #canvas = document.createElement("canvas");
  readonly #frame = new OncePerFrame(() => this.#draw());
  #model: Experiment | undefined;
  #surface: SurfaceWatch | undefined;
  #tables: DataTables | undefined;
  #marks: MarkLayer | undefined;
  #endTheme: (() => void) | undefined;
  #settling = 0;

  get figure(): string {
    return this.getAttribute("figure") ?? "";
  }

  /** Comes alive: from now on the picture is drawn from this model. */
  attach(model: Experiment): void {
    this.#model = model;
    this.#prepareCanvas();
    this.#surface = new SurfaceWatch(this.#picture, () => this.redraw());
    this.#endTheme = onThemeChange(() => this.redraw());
    this.#tables = DataTables.within(this, () => model.tables(this.figure));
    this.#marks = this.#layMarks(model);
    this.#describe();
    this.redraw();
  }

  /** Draws in the next frame. */
  redraw(): void {
    this.#frame.ask();
  }

  disconnectedCallback(): void {
    this.#frame.cancel();
    this.#surface?.stop();
    this.#endTheme?.();
    this.#marks?.remove();
    clearTimeout(this.#settling);
  }

  #prepareCanvas(): void {
    this.#canvas.setAttribute("role", "img");
    this.#canvas.addEventListener("contextlost", () => this.#showStatic());
    this.#canvas.addEventListener("contextrestored", () => this.redraw());
    this.#picture.append(this.#canvas);
  }

  #layMarks(model: Experiment): MarkLayer {
    return new MarkLayer(this.#picture, Readout.within(this), {
      explain: (mark) => model.explain(this.figure, mark),
      value: (parameter) => model.get(parameter),
      nudge: (parameter, steps) => this.#ask("nudge", { parameter, steps }),
      move: (parameter, value) => this.#ask("move", { parameter, value }),
    });
  }

  /** Asks whoever holds the parameters: the picture shows them and does not change them. */
  #ask(type: "nudge" | "move" | "fault", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  #draw(): void {
    const size = this.#surface?.size();
    if (this.#model === undefined || size === undefined || size.width === 0) return;
    const { width, height, ratio } = size;
    const theme = currentTheme();
    try {
      const drawn = this.#model.draw(this.figure, this.#canvas, width, height, ratio, theme);
      this.#marks?.place(drawn);
    } catch (error) {
      this.#showStatic();
      this.#ask("fault", error);
      return;
    }
    this.dataset["alive"] = "";
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => this.#describe(), SETTLED);
  }

  /** Brings to words what the picture now shows. */
  #describe(): void {
    const model = this.#model;
    if (model === undefined) return;
    this.#canvas.setAttribute("aria-label", model.alternative(this.figure));
    this.#marks?.describe(model.marks(this.figure));
    this.#tables?.update();
  }

  #showStatic(): void {
    delete this.dataset["alive"];
  }

  get #picture(): HTMLElement {
    const picture = this.querySelector<HTMLElement>(".picture");
    if (picture === null) throw new Error(`<popgrad-figure> "${this.figure}" has no .picture`);
    return picture;
  }
}
