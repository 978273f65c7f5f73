/** `<popgrad-field parameter="…">`: a number that is typed. */
import type { Parameter } from "../engine/engine.ts";
import { ControlElement, type Reading } from "./control.ts";
import { NumberField } from "./number-field.ts";

export class FieldElement extends ControlElement {
  #field: NumberField | undefined;

  protected override wire(about: Parameter): void {
    this.#field = new NumberField(this.child("input.field"), this.child("span.notice"), about, {
      ask: (value) => this.ask(value),
      askMove: (move) => this.askMove(move),
      letGo: () => this.letGo(),
    });
  }

  protected override display(reading: Reading): void {
    this.#field?.show(reading);
  }
}
