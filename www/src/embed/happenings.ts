/** What happens to an embedded experiment, as those want to know it who embed it: by message or by event. */
import type { ExperimentElement } from "../elements/experiment.ts";
import { type HostState, stateOf } from "./state.ts";

/** Changes that follow one another within this time are told as one, in milliseconds. */
const TOGETHER = 200;

/** An answer to the question of an experiment. */
export interface Answer {
  readonly question: string | undefined;
  readonly answer: number | undefined;
  /** How far the answer is from what is true, in words. */
  readonly verdict: string;
}

/** Who embeds the experiment. */
export interface Listener {
  /** Where `opened` is heard after all that brings the experiment to its first state. */
  readonly opensAt: EventTarget;
  /** Whether the reader sees the experiment: changes are kept back until then. */
  isSeen(): boolean;
  ready(state: HostState): void;
  change(state: HostState): void;
  answer(answer: Answer): void;
}

export class Happenings {
  readonly #experiment: ExperimentElement;
  readonly #listener: Listener;
  /** The state as the listener knows it, as text; nothing before it is told the first time. */
  #told: string | undefined;
  #timer = 0;

  /** Tells what happens from now on, until `end`. */
  constructor(experiment: ExperimentElement, listener: Listener, end?: AbortSignal) {
    this.#experiment = experiment;
    this.#listener = listener;
    const options = end && { signal: end };
    listener.opensAt.addEventListener("opened", () => this.#ready(), options);
    experiment.addEventListener("moved", () => this.look(), options);
    experiment.addEventListener("answered", (event) => this.#answered(event), options);
  }

  /** Tells soon what has changed, if it has. */
  look(): void {
    if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#changed(), TOGETHER);
  }

  /** The listener knows this state already. */
  know(state: HostState): void {
    this.#told = JSON.stringify(state);
  }

  #ready(): void {
    const state = stateOf(this.#experiment);
    this.know(state);
    this.#listener.ready(state);
  }

  #changed(): void {
    this.#timer = 0;
    if (this.#told === undefined || !this.#listener.isSeen()) return;
    const state = stateOf(this.#experiment);
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#listener.change(state);
  }

  #answered(event: Event): void {
    const { detail: verdict } = event as CustomEvent<string>;
    const { value: answer, question } = this.#experiment.live?.prediction() ?? {};
    this.#listener.answer({ question, answer, verdict });
  }
}
