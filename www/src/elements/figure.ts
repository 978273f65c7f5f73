/**
 * `<popgrad-figure figure="…">`: one figure. Starts as the static picture that came with the page
 * and draws itself on a canvas of the same size once it is given a model.
 */
import { OncePerFrame } from "../drawing/frame.ts";
import { SurfaceWatch } from "../drawing/surface.ts";
import type { Experiment } from "../engine/engine.ts";
import { currentTheme, onThemeChange } from "../theme.ts";
import { DataTables } from "./data-tables.ts";

/** How long the reader pauses before the text alternative follows the picture, in milliseconds. */
const SETTLED = 200;

export class FigureElement extends HTMLElement {
  readonly #canvas = document.createElement("canvas");
  readonly #frame = new OncePerFrame(() => this.#draw());
  #model: Experiment | undefined;
  #surface: SurfaceWatch | undefined;
  #tables: DataTables | undefined;
  #endTheme: (() => void) | undefined;
  #settling = 0;

  get figure(): string {
    return this.getAttribute("figure") ?? "";
  }

  /** Comes alive: from now on the picture is drawn from this model. */
  attach(model: Experiment): void {
    this.#model = model;
    this.#canvas.setAttribute("role", "img");
    this.#picture.append(this.#canvas);
    this.#surface = new SurfaceWatch(this.#picture, () => this.redraw());
    this.#endTheme = onThemeChange(() => this.redraw());
    this.#canvas.addEventListener("contextlost", () => this.#showStatic());
    this.#canvas.addEventListener("contextrestored", () => this.redraw());
    this.#tables = DataTables.within(this, () => model.tables(this.figure));
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
    clearTimeout(this.#settling);
  }

  #draw(): void {
    const size = this.#surface?.size();
    if (this.#model === undefined || size === undefined || size.width === 0) return;
    try {
      this.#model.draw(this.figure, this.#canvas, size.width, size.height, size.ratio, currentTheme());
    } catch (error) {
      this.#showStatic();
      this.dispatchEvent(new CustomEvent("fault", { bubbles: true, detail: error }));
      return;
    }
    this.dataset["alive"] = "";
    this.#settle();
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      this.#canvas.setAttribute("aria-label", this.#model?.alternative(this.figure) ?? "");
      this.#tables?.update();
    }, SETTLED);
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
