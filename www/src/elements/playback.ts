/** Counts the steps that are due while something is played: at most once a frame, several at once if need be. */

/** Where less motion is wanted, time between two moves, in milliseconds: few, large ones. */
const STANDSTILL = 1000;

/** A longer frame counts as this, in milliseconds: a page that was hidden does not leap. */
const LONGEST = 250;

const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");

export class Playback {
  /** Steps a second. */
  rate = 1;
  readonly #move: (steps: number) => void;
  #frame = 0;
  #before = 0;
  #moved = 0;
  #due = 0;

  constructor(move: (steps: number) => void) {
    this.#move = move;
  }

  get isPlaying(): boolean {
    return this.#frame !== 0;
  }

  start(): void {
    this.#before = performance.now();
    this.#moved = this.#before;
    this.#due = 0;
    this.#ask();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #ask(): void {
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now: number): void {
    // Before the move, which may stop it.
    this.#ask();
    this.#due += (Math.min(Math.max(now - this.#before, 0), LONGEST) / 1000) * this.rate;
    this.#before = now;
    const steps = Math.floor(this.#due);
    if (steps === 0 || (lessMotion.matches && now - this.#moved < STANDSTILL)) return;
    this.#due -= steps;
    this.#moved = now;
    this.#move(steps);
  }
}
