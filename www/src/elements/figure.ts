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

/** How long the reader pauses before the words follow the picture, in milliseconds. */
const SETTLED = 200;

/** What a figure has while it is alive; gone when it leaves the page. */
interface Life {
  readonly model: Experiment;
  readonly canvas: HTMLCanvasElement;
  readonly surface: SurfaceWatch;
  readonly tables: DataTables | undefined;
  readonly marks: MarkLayer;
  readonly end: AbortController;
}

export class FigureElement extends HTMLElement {
  readonly #frame = new OncePerFrame(() => this.draw());
  #life: Life | undefined;
  #settling = 0;

  get figure(): string {
    return this.getAttribute("figure") ?? "";
  }

  /** Put back alone, a figure asks the experiment around it for its model. */
  connectedCallback(): void {
    this.#ask("revive", this);
  }

  /** Comes alive: from now on the picture is drawn from this model. */
  attach(model: Experiment): void {
    this.disconnectedCallback();
    const end = new AbortController();
    const canvas = this.#addCanvas(end.signal);
    this.#life = {
      model,
      canvas,
      end,
      surface: new SurfaceWatch(this.#picture, () => this.redraw()),
      tables: DataTables.within(this, () => model.tables(this.figure), end.signal),
      marks: this.#layMarks(model),
    };
    // At once: a page that is about to be printed has no next frame.
    onThemeChange(() => this.draw(), end.signal);
    this.draw();
    this.#describe();
  }

  /** Draws in the next frame. */
  redraw(): void {
    this.#frame.ask();
  }

  /** Draws now. A context that the browser has taken away takes no drawing: the static picture stays. */
  draw(): void {
    const life = this.#life;
    const size = life?.surface.size();
    if (life === undefined || size === undefined || size.width === 0) return;
    if (life.canvas.getContext("2d")?.isContextLost?.()) {
      this.#showStatic();
      return;
    }
    const { width, height, ratio } = size;
    try {
      const theme = currentTheme();
      life.marks.place(life.model.draw(this.figure, life.canvas, width, height, ratio, theme));
    } catch (error) {
      this.#showStatic();
      this.#ask("fault", error);
      return;
    }
    this.dataset["alive"] = "";
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => this.#describe(), SETTLED);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#settling);
    this.#frame.cancel();
    this.#showStatic();
    this.#life?.end.abort();
    this.#life?.surface.stop();
    this.#life?.marks.remove();
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

  #layMarks(model: Experiment): MarkLayer {
    return new MarkLayer(this.#picture, Readout.within(this), {
      explain: (mark) => model.explain(this.figure, mark),
      value: (parameter) => model.get(parameter),
      range: (parameter) => {
        const found = model.parameters().find(({ id }) => id === parameter);
        return found ?? { minimum: 0, maximum: 0 };
      },
      nudge: (parameter, steps) => this.#ask("nudge", { parameter, steps }),
      move: (parameter, value) => this.#ask("move", { parameter, value }),
    });
  }

  /** Asks whoever holds the parameters: the picture shows them and does not change them. */
  #ask(type: "nudge" | "move" | "fault" | "revive", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  /** Brings to words what the picture now shows. */
  #describe(): void {
    const life = this.#life;
    if (life === undefined) return;
    try {
      life.canvas.setAttribute("aria-label", life.model.alternative(this.figure));
      life.marks.describe(life.model.marks(this.figure));
      life.tables?.update();
    } catch (error) {
      this.#ask("fault", error);
    }
  }

  /** Marks and their explanations belong to the live picture and leave with it (`marks.css`). */
  #showStatic(): void {
    delete this.dataset["alive"];
  }

  get #picture(): HTMLElement {
    const picture = this.querySelector<HTMLElement>(".picture");
    if (picture === null) throw new Error(`<popgrad-figure> "${this.figure}" has no .picture`);
    return picture;
  }
}
