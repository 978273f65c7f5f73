/**
 * `<popgrad-slider parameter="…">`: a native range input over the place of the value on its scale,
 * and a field for the number.
 */
import type { Parameter } from "../engine/engine.ts";
import { ControlElement, type Reading } from "./control.ts";
import { moveOf } from "./keys.ts";
import { NumberField } from "./number-field.ts";
import { placeOf, valueAt } from "./scale.ts";

export class SliderElement extends ControlElement {
  #field: NumberField | undefined;
  #about: Parameter | undefined;

  protected override wire(about: Parameter): void {
    this.#about = about;
    const range = this.#range;
    range.addEventListener("input", (event) => {
      event.stopPropagation();
      this.ask(valueAt(about, range.valueAsNumber));
    });
    range.addEventListener("keydown", (event) => {
      const move = moveOf(event, about);
      if (move === undefined) return;
      event.preventDefault();
      this.askMove(move);
    });
    range.addEventListener("keyup", (event) => {
      if (moveOf(event, about) !== undefined) this.letGo();
    });
    this.#field = new NumberField(this.child("input.field"), this.child("span.notice"), about, {
      ask: (value) => this.ask(value),
      askMove: (move) => this.askMove(move),
      letGo: () => this.letGo(),
    });
  }

  protected override display(reading: Reading): void {
    if (this.#about === undefined) return;
    this.#range.valueAsNumber = placeOf(this.#about, reading.value);
    this.#range.setAttribute("aria-valuetext", reading.spoken);
    this.#field?.show(reading);
  }

  get #range(): HTMLInputElement {
    return this.child("input[type=range]");
  }
}
