/**
 * What every control of a parameter has in common. A control holds no state of its own: it says
 * what the reader asks for, and shows what the experiment around it then tells it.
 */
import type { Parameter } from "../engine/engine.ts";
import type { Move } from "./keys.ts";

/** A parameter's value, as a number, as printed and in words. */
export interface Reading {
  readonly value: number;
  readonly printed: string;
  readonly spoken: string;
}

/** A wish to move a parameter: the detail of a `nudge`. */
export interface Nudge {
  readonly parameter: string;
  readonly move: Move;
}

export abstract class ControlElement extends HTMLElement {
  #about: Parameter | undefined;
  #value = Number.NaN;
  /** What is shown; not a number before anything is, and after the reader has asked for something. */
  #shown = Number.NaN;
  readonly #children = new Map<string, Element>();

  connectedCallback(): void {
    this.dispatchEvent(new Event("join", { bubbles: true }));
  }

  /** The id of the parameter. */
  get parameter(): string {
    return this.getAttribute("parameter") ?? "";
  }

  /** The value that is shown or asked for; `input` says that the reader has changed it. */
  get value(): number {
    return this.#value;
  }

  /** Comes alive: from now on the reader can move it. */
  enable(about: Parameter): void {
    if (this.#about !== undefined) return;
    this.#about = about;
    this.wire(about);
    for (const part of this.querySelectorAll<HTMLInputElement>(":disabled")) part.disabled = false;
  }

  /** The browser may have changed what is shown. */
  forget(): void {
    this.#shown = Number.NaN;
  }

  /** Whether this value is not what is shown. */
  isBehind(value: number): boolean {
    return value !== this.#shown;
  }

  /** Shows what the parameter now is. */
  show(reading: Reading): void {
    this.#value = reading.value;
    this.#shown = reading.value;
    this.display(reading);
  }

  /** Listens to the parts of the control; called once. */
  protected abstract wire(about: Parameter): void;

  protected abstract display(reading: Reading): void;

  /** Asks for a value. */
  protected ask(value: number): void {
    this.#value = value;
    this.forget();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Asks for a move, as a key does. */
  protected askMove(move: Move): void {
    this.forget();
    const detail: Nudge = { parameter: this.parameter, move };
    this.dispatchEvent(new CustomEvent("nudge", { bubbles: true, detail }));
  }

  /** Says that the reader has let go, as a native control does by itself. */
  protected letGo(): void {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  protected child<Name extends keyof HTMLElementTagNameMap>(
    selector: Name | `${Name}${"." | "["}${string}`,
  ): HTMLElementTagNameMap[Name] {
    const child = this.#children.get(selector) ?? this.querySelector(selector);
    if (child === null) {
      throw new Error(`<${this.localName}> of "${this.parameter}" has no ${selector}`);
    }
    this.#children.set(selector, child);
    return child as HTMLElementTagNameMap[Name];
  }
}
