/** `<popgrad-switch parameter="…">`: on or off. */
import { ControlElement, type Reading } from "./control.ts";

export class SwitchElement extends ControlElement {
  protected override wire(): void {
    const box = this.child("input");
    box.addEventListener("input", (event) => {
      event.stopPropagation();
      this.ask(box.checked ? 1 : 0);
    });
  }

  protected override display({ value }: Reading): void {
    this.child("input").checked = value !== 0;
  }
}
