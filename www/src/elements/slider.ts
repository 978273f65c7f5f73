/**
 * `<popgrad-slider parameter="…">`: one parameter. Wraps the native range input that stands in the
 * page already, so keys, touch and assistive technology work as everywhere else.
 */
export class SliderElement extends HTMLElement {
  get parameter(): string {
    return this.getAttribute("parameter") ?? "";
  }

  /** The parameter's value; the element emits `input` when the reader changes it. */
  get value(): number {
    return this.#input.valueAsNumber;
  }

  set value(value: number) {
    this.#input.valueAsNumber = value;
  }

  /** Sets the value, inside the range, as if the reader had moved the slider to it. */
  setAndTell(value: number): void {
    const before = this.value;
    this.value = value;
    if (this.value !== before) this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Moves by so many steps, as an arrow key would. */
  step(steps: number): void {
    this.setAndTell(this.value + steps * Number(this.#input.step));
  }

  /** Shows the value as text, on the screen and for those who listen. */
  describe(printed: string, spoken: string): void {
    this.#output.value = printed;
    this.#input.setAttribute("aria-valuetext", spoken);
  }

  enable(): void {
    this.#input.disabled = false;
  }

  get #input(): HTMLInputElement {
    return this.#part("input");
  }

  get #output(): HTMLOutputElement {
    return this.#part("output");
  }

  #part<Name extends "input" | "output">(name: Name): HTMLElementTagNameMap[Name] {
    const part = this.querySelector(name);
    if (part === null) throw new Error(`<popgrad-slider> of "${this.parameter}" has no <${name}>`);
    return part;
  }
}
