/**
 * `<popgrad-number parameter="…">`: a number in a sentence. It is dragged sideways, stepped by keys,
 * and typed after a click or Enter.
 */
import type { Parameter } from "../engine/engine.ts";
import { lockedAround } from "../link/locks.ts";
import { isForReading } from "../link/settings.ts";
import { ControlElement, type Reading } from "./control.ts";
import { moveOf } from "./keys.ts";
import { NumberField } from "./number-field.ts";
import { endsOf, placeOf } from "./scale.ts";
import { SidewaysDrag } from "./sideways-drag.ts";

export class NumberElement extends ControlElement {
  readonly #face = document.createElement("span");
  readonly #input = document.createElement("input");
  #field: NumberField | undefined;
  #about: Parameter | undefined;

  protected override wire(about: Parameter): void {
    if (isForReading(this) || lockedAround(this).has(this.parameter)) return;
    this.#about = about;
    const notice = document.createElement("span");
    notice.className = "notice";
    notice.setAttribute("role", "status");
    this.#dressFace(about);
    this.#dressInput(about);
    this.replaceChildren(this.#face, this.#input, notice);
    this.#field = new NumberField(this.#input, notice, about, {
      ask: (value) => this.ask(value),
      askMove: (move) => this.askMove(move),
      letGo: () => this.letGo(),
    });
    // After the field, which takes the text or restores it.
    this.#input.addEventListener("keydown", ({ key }) => {
      if (key === "Enter" || key === "Escape") this.#close();
    });
    SidewaysDrag.on(this.#face, about, {
      value: () => this.value,
      move: (value) => this.ask(value),
      end: () => this.letGo(),
      tap: () => this.#open(),
    });
  }

  protected override display(reading: Reading): void {
    if (this.#about === undefined) {
      this.textContent = reading.printed;
      return;
    }
    this.#face.textContent = reading.printed;
    // Places on the scale, which need no powers of ten: those are not allowed here.
    this.#face.setAttribute("aria-valuenow", String(placeOf(this.#about, reading.value)));
    this.#face.setAttribute("aria-valuetext", reading.spoken);
    this.#field?.show(reading);
  }

  #dressFace(about: Parameter): void {
    const face = this.#face;
    face.className = "face";
    face.tabIndex = 0;
    face.setAttribute("role", "slider");
    face.setAttribute("aria-label", about.label);
    const [least, most] = endsOf(about);
    face.setAttribute("aria-valuemin", String(least));
    face.setAttribute("aria-valuemax", String(most));
    face.addEventListener("keydown", (event) => this.#key(event, about));
    face.addEventListener("keyup", (event) => {
      if (moveOf(event, about) !== undefined) this.letGo();
    });
  }

  #dressInput(about: Parameter): void {
    const input = this.#input;
    input.className = "field";
    input.type = "text";
    input.inputMode = about.minimum < 0 ? "text" : "decimal";
    input.autocomplete = "off";
    input.size = 6;
    input.hidden = true;
    input.setAttribute("aria-label", about.label);
    input.addEventListener("blur", () => this.#showFace());
  }

  #key(event: KeyboardEvent, about: Parameter): void {
    const move = moveOf(event, about);
    if (move !== undefined) this.askMove(move);
    else if (event.key === "Enter") this.#open();
    else return;
    event.preventDefault();
  }

  #open(): void {
    this.#input.hidden = false;
    this.#face.hidden = true;
    this.#input.focus();
  }

  /** The focus goes back to the number, and the field is left by that. */
  #close(): void {
    this.#face.hidden = false;
    this.#face.focus();
  }

  #showFace(): void {
    this.#input.hidden = true;
    this.#face.hidden = false;
  }
}
