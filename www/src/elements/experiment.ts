/**
 * `<popgrad-experiment slug="…">`: joins the sliders and figures inside it to one model. It knows
 * no experiment: what there is to move and to draw stands in the page and in the engine.
 */
import { Experiment } from "../engine/engine.ts";
import type { FigureElement } from "./figure.ts";
import type { SliderElement } from "./slider.ts";

interface Move {
  readonly parameter: string;
  readonly value: number;
}

interface Nudge {
  readonly parameter: string;
  readonly steps: number;
}

export class ExperimentElement extends HTMLElement {
  #model: Experiment | undefined;
  #life = new AbortController();

  connectedCallback(): void {
    this.#life = new AbortController();
    try {
      this.#model = new Experiment(this.getAttribute("slug") ?? "");
    } catch (error) {
      this.#showFault(error);
      return;
    }
    for (const slider of this.#sliders) this.#join(slider);
    for (const figure of this.#figures) figure.attach(this.#model);
    this.#listen(this, "fault", (event) => this.#showFault((event as CustomEvent).detail));
    this.#listen(this, "move", (event) => {
      const { parameter, value } = (event as CustomEvent<Move>).detail;
      this.#slider(parameter)?.setAndTell(value);
    });
    this.#listen(this, "nudge", (event) => {
      const { parameter, steps } = (event as CustomEvent<Nudge>).detail;
      this.#slider(parameter)?.step(steps);
    });
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#model?.free();
    this.#model = undefined;
  }

  /** A browser may bring a slider back where the reader left it: the model follows the slider. */
  #join(slider: SliderElement): void {
    this.#listen(slider, "input", () => this.#moved(slider));
    slider.enable();
    this.#moved(slider);
  }

  #listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener, { signal: this.#life.signal });
  }

  #moved(slider: SliderElement): void {
    const model = this.#model;
    if (model === undefined) return;
    try {
      model.set(slider.parameter, slider.value);
    } catch (error) {
      this.#showFault(error);
      return;
    }
    slider.describe(model.printed(slider.parameter), model.spoken(slider.parameter));
    this.#showFault(undefined);
    for (const figure of this.#figures) figure.redraw();
  }

  #showFault(error: unknown): void {
    const place = this.querySelector<HTMLElement>(".engine-notice");
    if (place === null) return;
    place.hidden = error === undefined;
    place.textContent = error instanceof Error ? error.message : String(error ?? "");
  }

  #slider(parameter: string): SliderElement | undefined {
    return [...this.#sliders].find((slider) => slider.parameter === parameter);
  }

  get #sliders(): Iterable<SliderElement> {
    return this.querySelectorAll<SliderElement>("popgrad-slider");
  }

  get #figures(): Iterable<FigureElement> {
    return this.querySelectorAll<FigureElement>("popgrad-figure");
  }
}
