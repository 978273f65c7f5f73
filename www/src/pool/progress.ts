/** Says in an experiment's figures that parts of them are still being computed. */
export class Progress {
  readonly #place: HTMLElement;
  readonly #bar = document.createElement("progress");
  readonly #words = document.createElement("span");

  constructor(stage: Element) {
    this.#place = document.createElement("p");
    this.#place.className = "computing";
    this.#place.hidden = true;
    this.#words.setAttribute("role", "status");
    this.#bar.setAttribute("aria-label", "Parts computed");
    this.#place.append(this.#words, this.#bar);
    stage.append(this.#place);
  }

  show(there: number, all: number): void {
    const working = there < all;
    this.#bar.max = Math.max(1, all);
    this.#bar.value = there;
    if (this.#place.hidden !== working) return;
    this.#place.hidden = !working;
    // Said once when the work begins, not at every part.
    this.#words.textContent = working ? "Still computing" : "";
  }

  remove(): void {
    this.#place.remove();
  }
}
