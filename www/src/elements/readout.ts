/** The line under a picture that explains the mark which is pointed at; until then, what to do. */
import type { Explanation } from "../engine/engine.ts";

export class Readout {
  readonly #line: HTMLElement;
  readonly #invitation: string;

  static within(figure: HTMLElement): Readout {
    const line = figure.querySelector<HTMLElement>(".readout");
    if (line === null) throw new Error("a <popgrad-figure> has no .readout");
    return new Readout(line);
  }

  private constructor(line: HTMLElement) {
    this.#line = line;
    this.#invitation = line.textContent ?? "";
  }

  show(explanation: Explanation): void {
    this.#set(`${explanation.words} ${explanation.formula}`);
  }

  clear(): void {
    this.#set(this.#invitation);
  }

  /** A live region speaks whenever its text is set, so the same text is not set again. */
  #set(text: string): void {
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }
}
