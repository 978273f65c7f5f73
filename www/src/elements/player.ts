/**
 * `<popgrad-player parameter="…" pace="…">`: plays the steps of a parameter, so many a second, makes
 * one, takes one back. A long run has a choice of speed; its slider scrubs through the whole of it.
 */
import type { Parameter } from "../engine/engine.ts";
import { ControlElement, type Reading } from "./control.ts";
import { focusAround } from "./focus.ts";
import { Playback } from "./playback.ts";

export class PlayerElement extends ControlElement {
  #about: Parameter | undefined;
  readonly #playback = new Playback((steps) => this.askMove({ steps }));

  disconnectedCallback(): void {
    this.#pause();
  }

  protected override wire(about: Parameter): void {
    this.#about = about;
    this.child("button.back").addEventListener("click", () => this.#step(-1));
    this.child("button.step").addEventListener("click", () => this.#step(1));
    this.#button.addEventListener("click", () => {
      if (this.#playback.isPlaying) this.#finish();
      else this.#play(about);
    });
    const speed = this.querySelector("select");
    speed?.addEventListener("input", (event) => {
      // It is no parameter of the experiment.
      event.stopPropagation();
      this.#followSpeed();
    });
    speed?.addEventListener("change", (event) => event.stopPropagation());
    this.#followSpeed();
  }

  protected override display({ value }: Reading): void {
    if (this.#about === undefined) return;
    const { minimum, maximum } = this.#about;
    // A button that has the focus keeps it.
    const rest = (button: HTMLButtonElement, isAtEnd: boolean) => {
      button.disabled = isAtEnd && focusAround(this) !== button;
    };
    rest(this.child("button.back"), value <= minimum);
    rest(this.child("button.step"), value >= maximum);
    if (value >= maximum && this.#playback.isPlaying) this.#finish();
  }

  /** From the beginning, if the end is reached. */
  #play({ minimum, maximum }: Parameter): void {
    if (this.value >= maximum) this.ask(minimum);
    this.#playback.start();
    this.dataset["playing"] = "";
    this.#button.textContent = "Pause";
  }

  #followSpeed(): void {
    const speed = Number(this.querySelector("select")?.value ?? 1);
    this.#playback.rate = speed * Number(this.getAttribute("pace"));
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
    this.#playback.stop();
    delete this.dataset["playing"];
    this.#button.textContent = "Play";
  }

  get #button(): HTMLButtonElement {
    return this.child("button.play");
  }
}
