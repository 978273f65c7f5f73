/** Whether the reader sees this page inside its host's: a hidden slide or tab shows nothing, and hears nothing. */
export class Seen {
  #near = false;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    new IntersectionObserver((entries) => {
      this.#near = entries.at(-1)?.isIntersecting ?? false;
      this.#changed();
    }).observe(document.documentElement);
    document.addEventListener("visibilitychange", () => this.#changed());
  }

  get now(): boolean {
    return this.#near && !document.hidden && innerWidth > 0;
  }
}
