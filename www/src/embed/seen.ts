/** Whether the reader sees an embedded figure: a hidden slide or tab shows nothing, and hears nothing. */
export class Seen {
  #near = false;
  readonly #changed: () => void;

  constructor(
    changed: () => void,
    element: Element = document.documentElement,
    end: AbortSignal = new AbortController().signal,
  ) {
    this.#changed = changed;
    const observer = new IntersectionObserver((entries) => {
      this.#near = entries.at(-1)?.isIntersecting ?? false;
      this.#changed();
    });
    observer.observe(element);
    end.addEventListener("abort", () => observer.disconnect());
    document.addEventListener("visibilitychange", () => this.#changed(), { signal: end });
  }

  get now(): boolean {
    return this.#near && !document.hidden && innerWidth > 0;
  }
}
