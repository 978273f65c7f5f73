/** Says a result to those who listen, once the reader pauses: not at every step. */

/** How long a pause is, in milliseconds. */
const PAUSE = 400;

export class Announcer {
  readonly #region: HTMLElement | null;
  #waiting = 0;

  constructor(region: HTMLElement | null) {
    this.#region = region;
  }

  /** Says this after a pause; what was to be said before is dropped. */
  say(words: () => string): void {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.#speak(words()), PAUSE);
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }

  /** A live region speaks whenever its text is set, so the same text is not set again. */
  #speak(text: string): void {
    if (this.#region !== null && this.#region.textContent !== text) {
      this.#region.textContent = text;
    }
  }
}
