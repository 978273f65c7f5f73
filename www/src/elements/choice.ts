/**
 * `<popgrad-choice parameter="…">`: one of several options, as radio buttons; where there are many
 * and little room, as a list to choose from. Styles show one of the two.
 */
import { ControlElement, type Reading } from "./control.ts";

export class ChoiceElement extends ControlElement {
  protected override wire(): void {
    this.addEventListener("input", (event) => {
      const chosen = event.target;
      if (!(chosen instanceof HTMLInputElement || chosen instanceof HTMLSelectElement)) return;
      event.stopPropagation();
      this.ask(Number(chosen.value));
    });
  }

  protected override display({ value }: Reading): void {
    for (const radio of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      radio.checked = Number(radio.value) === value;
    }
    const list = this.querySelector("select");
    if (list !== null) list.value = String(value);
  }
}
