/** Whether an element is in view or close to it: what is far away is drawn when it comes near. */
export class ViewWatch {
  readonly #observer: IntersectionObserver;
  #near = false;

  constructor(element: HTMLElement, arrived: () => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting = false } = entries.at(-1) ?? {};
        const came = isIntersecting && !this.#near;
        this.#near = isIntersecting;
        if (came) arrived();
      },
      { rootMargin: "50% 0px" },
    );
    this.#observer.observe(element);
  }

  get isNear(): boolean {
    return this.#near;
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
