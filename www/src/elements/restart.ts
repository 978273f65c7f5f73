/** `<popgrad-restart parameter="…" seed="…">`: a long run from its first step again, with the same start or a new one. */
import type { Parameter } from "../engine/engine.ts";
import { ControlElement, type Nudge } from "./control.ts";

export class RestartElement extends ControlElement {
  protected override wire(about: Parameter): void {
    this.child("button.same").addEventListener("click", () => this.#begin(about));
    const seed = this.getAttribute("seed");
    if (seed === null) return;
    this.child("button.new").addEventListener("click", () => {
      const detail: Nudge = { parameter: seed, move: { steps: 1 } };
      this.dispatchEvent(new CustomEvent("nudge", { bubbles: true, detail }));
      this.#begin(about);
    });
  }

  /** The buttons stay as they are. */
  protected override display(): void {}

  #begin({ minimum }: Parameter): void {
    this.ask(minimum);
    this.letGo();
  }
}
