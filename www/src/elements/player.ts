/** `<popgrad-player parameter="…">`: plays the steps of a parameter, makes one, takes one back. */
import type { Parameter } from "../engine/engine.ts";
import { ControlElement, type Reading } from "./control.ts";

/** Time for each step, in milliseconds: long enough to see what has moved. */
const PACE = 900;

export class PlayerElement extends ControlElement {
  #about: Parameter | undefined;
  #timer: number | undefined;

  disconnectedCallback(): void {
    this.#pause();
  }

  protected override wire(about: Parameter): void {
    this.#about = about;
    this.child("button.back").addEventListener("click", () => this.#step(-1));
    this.child("button.step").addEventListener("click", () => this.#step(1));
    this.#button.addEventListener("click", () => {
      if (this.#timer === undefined) this.#play(about);
      else this.#finish();
    });
  }

  protected override display({ value }: Reading): void {
    if (this.#about === undefined) return;
    const { minimum, maximum } = this.#about;
    this.child("button.back").disabled = value <= minimum;
    this.child("button.step").disabled = value >= maximum;
    if (value >= maximum && this.#timer !== undefined) this.#finish();
  }

  /** From the beginning, if the end is reached. */
  #play({ minimum, maximum }: Parameter): void {
    if (this.value >= maximum) this.ask(minimum);
    this.#timer = window.setInterval(() => this.askMove({ steps: 1 }), PACE);
    this.#button.textContent = "Pause";
  }

  #step(steps: number): void {
    this.#pause();
    this.askMove({ steps });
    this.letGo();
  }

  #finish(): void {
    this.#pause();
    this.letGo();
  }

  #pause(): void {
    window.clearInterval(this.#timer);
    this.#timer = undefined;
    this.#button.textContent = "Play";
  }

  get #button(): HTMLButtonElement {
    return this.child("button.play");
  }
}
