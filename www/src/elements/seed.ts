/** `<popgrad-seed parameter="…">`: the seed of random numbers, typed or the next one by a button. */
import type { Parameter } from "../engine/engine.ts";
import { FieldElement } from "./field.ts";

export class SeedElement extends FieldElement {
  protected override wire(about: Parameter): void {
    super.wire(about);
    this.child("button").addEventListener("click", () => {
      this.ask(this.value < about.maximum ? this.value + 1 : about.minimum);
      this.letGo();
    });
  }
}
