/**
 * `<popgrad-experiment slug="…">`: joins the sliders and figures inside it to one model. It knows
 * no experiment: what there is to move and to draw stands in the page and in the engine.
 */
import { OncePerFrame } from "../drawing/frame.ts";
import { type Experiment, openExperiment } from "../engine/engine.ts";
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
  readonly #frame = new OncePerFrame(() => this.#follow());
  #model: Experiment | undefined;
  #life = new AbortController();

  connectedCallback(): void {
    this.#life = new AbortController();
    this.#listen<unknown>("fault", (error) => this.#showFault(error));
    this.#listen<Move>("move", ({ parameter, value }) =>
      this.#slider(parameter)?.setAndTell(value),
    );
    this.#listen<Nudge>("nudge", ({ parameter, steps }) => this.#slider(parameter)?.step(steps));
    this.#listen<FigureElement>("revive", (figure) => this.#attach(figure));
    this.addEventListener("input", () => this.#frame.ask(), { signal: this.#life.signal });
    try {
      this.#model = openExperiment(this.getAttribute("slug") ?? "");
    } catch (error) {
      this.#showFault(error);
      return;
    }
    // The address may say where the model stands; the controls follow it.
    this.dispatchEvent(new CustomEvent("opened", { bubbles: true }));
    this.#showValues();
    for (const slider of this.#sliders) slider.enable();
    for (const figure of this.#figures) this.#attach(figure);
  }

  /** The opened experiment, while the element is alive. After a change of its own, call {@link refresh}. */
  get live(): { readonly experiment: Experiment; startHere(): void } | undefined {
    return this.#model && { experiment: this.#model, startHere: () => {} };
  }

  /** Controls and figures follow a model that was set by something else than the controls. */
  refresh(): void {
    this.#showValues();
    for (const figure of this.#figures) figure.draw();
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#frame.cancel();
    for (const figure of this.#figures) figure.disconnectedCallback();
    this.#model?.free();
    this.#model = undefined;
  }

  #listen<Detail>(type: string, listener: (detail: Detail) => void): void {
    const options = { signal: this.#life.signal };
    this.addEventListener(
      type,
      (event) => listener((event as CustomEvent<Detail>).detail),
      options,
    );
  }

  #attach(figure: FigureElement): void {
    if (this.#model === undefined) return;
    try {
      figure.attach(this.#model);
    } catch (error) {
      this.#showFault(error);
    }
  }

  /** Everything that depends on the sliders moves in the same frame. */
  #follow(): void {
    this.#showFault(undefined);
    this.#takeValues();
    for (const figure of this.#figures) figure.draw();
    this.dispatchEvent(new CustomEvent("moved", { bubbles: true }));
  }

  #showValues(): void {
    const model = this.#model;
    if (model === undefined) return;
    for (const slider of this.#sliders) slider.value = model.get(slider.parameter);
    this.#takeValues();
  }

  #takeValues(): void {
    const model = this.#model;
    if (model === undefined) return;
    try {
      for (const slider of this.#sliders) {
        const { parameter, value } = slider;
        if (model.get(parameter) !== value) model.set(parameter, value);
        slider.describe(model.printed(parameter), model.spoken(parameter));
      }
    } catch (error) {
      this.#showFault(error);
    }
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
