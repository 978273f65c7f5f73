/** Runs a task at most once a frame, however often it is asked for. */
export class OncePerFrame {
  #asked = 0;
  readonly #task: () => void;

  constructor(task: () => void) {
    this.#task = task;
  }

  ask(): void {
    if (this.#asked !== 0) return;
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0;
      this.#task();
    });
  }

  cancel(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
  }
}
