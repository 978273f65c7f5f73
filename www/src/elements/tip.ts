/** The explanation of a mark, beside the mark. */
import type { DrawnMark, Explanation } from "../engine/engine.ts";

/** Space between a mark and its explanation, in CSS pixels. */
const DISTANCE = 10;

export class Tip {
  readonly #box = document.createElement("div");
  readonly #words = document.createElement("span");
  readonly #formula = document.createElement("span");
  readonly #picture: HTMLElement;

  constructor(picture: HTMLElement) {
    this.#picture = picture;
    this.#box.className = "tip";
    this.#box.setAttribute("role", "status");
    this.#formula.className = "formula";
    this.#box.append(this.#words, this.#formula);
    this.hide();
    picture.append(this.#box);
  }

  /** Stands above the mark where the window has room, else below, and inside the picture's sides. */
  show(explanation: Explanation, mark: DrawnMark): void {
    if (this.#words.textContent !== explanation.words) this.#words.textContent = explanation.words;
    if (this.#formula.textContent !== explanation.formula) {
      this.#formula.textContent = explanation.formula;
    }
    this.#box.classList.add("shown");
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const left = Math.min(Math.max(mark.x - width / 2, 0), this.#picture.clientWidth - width);
    const above = mark.y - mark.height / 2 - DISTANCE - height;
    const below = mark.y + mark.height / 2 + DISTANCE;
    const hidden = this.#picture.getBoundingClientRect().top + above < 0;
    this.#box.style.transform = `translate(${left}px, ${hidden ? below : above}px)`;
  }

  hide(): void {
    this.#box.classList.remove("shown");
    this.#words.textContent = "";
    this.#formula.textContent = "";
  }

  remove(): void {
    this.#box.remove();
  }
}
