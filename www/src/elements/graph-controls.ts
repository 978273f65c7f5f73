/** The controls of a graph: its steps, played or one by one, its rule, its folds, and how large it is. */
import type { GraphMoment, GraphMove } from "../engine/cells-engine.ts";
import type { GraphViewport } from "./graph-viewport.ts";
import type { Playback } from "./playback.ts";

/** Steps a second while the graph is played. */
const PACE = 2;
/** How much larger a press of a button makes the picture. */
const LARGER = 1.25;

export class GraphControls {
  readonly #root: HTMLElement;
  readonly #go: (move: GraphMove) => void;
  readonly #playback: Playback;
  #step = 0;
  #steps = 0;

  constructor(
    root: HTMLElement,
    go: (move: GraphMove) => void,
    viewport: GraphViewport,
    playback: (move: (steps: number) => void) => Playback,
    end: AbortSignal,
  ) {
    this.#root = root;
    this.#go = go;
    this.#playback = playback((steps) => this.#to(this.#step + steps));
    this.#playback.rate = PACE;
    const press = (name: string, pressed: () => void) =>
      this.#button(name).addEventListener("click", pressed, { signal: end });
    press("back", () => this.#by(-1));
    press("step", () => this.#by(1));
    press("play", () => (this.#playback.isPlaying ? this.stop() : this.#play()));
    press("fold-all", () => go({ ask: "fold" }));
    press("larger", () => viewport.enlarge(LARGER));
    press("smaller", () => viewport.enlarge(1 / LARGER));
    press("whole", () => viewport.fit());
    this.#slider.addEventListener(
      "input",
      () => this.#by(this.#slider.valueAsNumber - this.#step),
      {
        signal: end,
      },
    );
    root
      .querySelector("fieldset")
      ?.addEventListener(
        "change",
        ({ target }) => go({ ask: "rule", what: (target as HTMLInputElement).value }),
        { signal: end },
      );
  }

  /** Brings the controls to a moment. */
  show({ step, steps, rule, canFold, spoken }: GraphMoment): void {
    [this.#step, this.#steps] = [step, steps];
    this.#slider.max = String(steps);
    this.#slider.valueAsNumber = step;
    this.#slider.setAttribute("aria-valuetext", spoken);
    this.#button("back").disabled = step === 0;
    this.#button("step").disabled = step === steps;
    this.#button("fold-all").hidden = !canFold;
    for (const option of this.#root.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      option.checked = option.value === rule;
    }
    if (step === steps) this.stop();
  }

  stop(): void {
    this.#playback.stop();
    this.#button("play").textContent = "Play";
  }

  /** From the beginning, if the end is reached. */
  #play(): void {
    if (this.#step === this.#steps) this.#to(0);
    this.#playback.start();
    this.#button("play").textContent = "Pause";
  }

  #by(steps: number): void {
    this.stop();
    this.#to(this.#step + steps);
  }

  #to(step: number): void {
    this.#step = Math.min(Math.max(step, 0), this.#steps);
    this.#go({ ask: "step", what: String(this.#step) });
  }

  get #slider(): HTMLInputElement {
    const slider = this.#root.querySelector<HTMLInputElement>("input[type=range]");
    if (slider === null) throw new Error("<popgrad-graph-view> has no slider");
    return slider;
  }

  #button(name: string): HTMLButtonElement {
    const button = this.#root.querySelector<HTMLButtonElement>(`button.${name}`);
    if (button === null) throw new Error(`<popgrad-graph-view> has no button.${name}`);
    return button;
  }
}
