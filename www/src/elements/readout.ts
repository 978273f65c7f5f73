/** The line under a picture that explains the mark which is pointed at; until then, what to do. */
import type { Explanation } from "../engine/engine.ts";

export class Readout {
  readonly #line: HTMLElement;
  readonly #invitation: string;

  static within(figure: HTMLElement): Readout {
    const line = figure.querySelector<HTMLElement>(".readout");
    if (line === null) throw new Error("a <popgrad-panel> has no .readout");
    return new Readout(line);
  }

  private constructor(line: HTMLElement) {
    this.#line = line;
    this.#invitation = line.textContent ?? "";
  }

  /** Shows an explanation, and returns it as it is shown. */
  show({ words, formula }: Explanation): string {
    const text = `${words} ${formula}`;
    this.#set(text);
    return text;
  }

  clear(): void {
    this.#set(this.#invitation);
  }

  #set(text: string): void {
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }
}
