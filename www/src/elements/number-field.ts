/** A field into which a number is typed. It is taken with Enter or when the field is left. */
import type { Parameter } from "../engine/engine.ts";
import type { Reading } from "./control.ts";
import { focusAround } from "./focus.ts";
import { type Move, moveOf } from "./keys.ts";
import { readNumber, writeNumber } from "./typed-number.ts";

/** What the field tells the control that it belongs to. */
export interface NumberFieldOwner {
  ask(value: number): void;
  askMove(move: Move): void;
  letGo(): void;
}

export class NumberField {
  readonly #input: HTMLInputElement;
  readonly #notice: HTMLElement;
  readonly #about: Parameter;
  readonly #owner: NumberFieldOwner;
  #reading: Reading | undefined;
  /** What was typed last and has not been shown yet. */
  #asked: number | undefined;

  constructor(
    input: HTMLInputElement,
    notice: HTMLElement,
    about: Parameter,
    owner: NumberFieldOwner,
  ) {
    this.#input = input;
    this.#notice = notice;
    this.#about = about;
    this.#owner = owner;
    input.addEventListener("focus", () => this.#open());
    input.addEventListener("blur", () => this.#close());
    input.addEventListener("keydown", (event) => this.#key(event));
    // Half a number is none: it becomes the value when the reader says so.
    input.addEventListener("input", (event) => event.stopPropagation());
    input.addEventListener("change", (event) => event.stopPropagation());
  }

  show(reading: Reading): void {
    const changed = reading.value !== this.#reading?.value;
    this.#reading = reading;
    this.#explain(changed);
    if (focusAround(this.#input) !== this.#input) this.#input.value = this.#printed;
    else if (changed) this.#input.value = writeNumber(reading.value);
  }

  /** All digits while the field is worked in. */
  #open(): void {
    if (this.#reading !== undefined) this.#input.value = writeNumber(this.#reading.value);
    this.#input.select();
  }

  #close(): void {
    this.#commit();
    if (this.#asked === undefined) this.#input.value = this.#printed;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter") this.#commit();
    else if (event.key === "Escape") this.#open();
    else if (event.key === "ArrowUp" || event.key === "ArrowDown" || event.key.startsWith("Page")) {
      const move = moveOf(event, this.#about);
      if (move !== undefined) this.#owner.askMove(move);
    } else return;
    event.preventDefault();
  }

  #commit(): void {
    const before = this.#reading;
    if (before === undefined || this.#input.value === writeNumber(before.value)) return;
    const typed = readNumber(this.#input.value);
    if (Number.isNaN(typed)) {
      this.#say(`“${this.#input.value}” is not a number`);
      this.#open();
      return;
    }
    this.#asked = typed;
    this.#owner.ask(typed);
    this.#owner.letGo();
  }

  /** Says in a few words why the value is another one than was typed. */
  #explain(changed: boolean): void {
    const asked = this.#asked;
    if (asked === undefined) {
      if (changed) this.#say("");
      return;
    }
    this.#asked = undefined;
    const { minimum, maximum } = this.#about;
    const shown = this.#reading?.value ?? asked;
    if (asked > maximum) this.#say(`the largest is ${writeNumber(maximum)}`);
    else if (asked < minimum) this.#say(`the smallest is ${writeNumber(minimum)}`);
    else this.#say(shown === asked ? "" : `the nearest is ${writeNumber(shown)}`);
    if (focusAround(this.#input) === this.#input) this.#input.value = writeNumber(shown);
  }

  #say(words: string): void {
    this.#notice.textContent = words;
  }

  /** The value as printed, without its unit, which stands beside the field. */
  get #printed(): string {
    const { printed = "" } = this.#reading ?? {};
    const { unit } = this.#about;
    return unit !== "" && printed.endsWith(unit) ? printed.slice(0, -unit.length).trim() : printed;
  }
}
