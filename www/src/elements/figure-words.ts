/** The words around a picture: its claim, what it plots and its caption follow what it shows. */
import type { Words } from "../engine/engine.ts";

export class FigureWords {
  readonly #title: Element | null;
  readonly #subtitle: Element | null;
  readonly #caption: Element | null;

  constructor(figure: HTMLElement) {
    this.#title = figure.querySelector(".figure-title");
    this.#subtitle = figure.querySelector(".figure-subtitle");
    this.#caption = figure.querySelector(".caption");
  }

  show({ title, subtitle, caption }: Words): void {
    write(this.#title, title);
    write(this.#subtitle, subtitle);
    write(this.#caption, caption);
  }
}

function write(place: Element | null, words: string): void {
  if (place !== null && place.textContent !== words) place.textContent = words;
}
