/** The words around a picture: its claim, what it plots and its caption follow what it shows. */
import type { Words } from "../engine/engine.ts";

export class FigureWords {
  readonly #figure: HTMLElement;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
  }

  show({ title, subtitle, caption }: Words): void {
    this.#set(".figure-title", title);
    this.#set(".figure-subtitle", subtitle);
    this.#set(".caption", caption);
  }

  #set(selector: string, words: string): void {
    const place = this.#figure.querySelector(selector);
    if (place !== null && place.textContent !== words) place.textContent = words;
  }
}
