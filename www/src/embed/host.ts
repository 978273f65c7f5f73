/**
 * What an embedded experiment and the page around it say to each other. The host may be anything: its address is not
 * known (a sandboxed frame has none), so it is known by its window, and what it sends is taken for what it says alone.
 */
import type { ExperimentElement } from "../elements/experiment.ts";
import { heightMessages, watchHeight } from "./height.ts";
import { Seen } from "./seen.ts";
import { Splice } from "./splice.ts";
import { setState, stateOf } from "./state.ts";

/** Changes that follow one another within this time are told as one, in milliseconds. */
const TOGETHER = 200;

/** Begins to talk to the window around this page. */
export function joinHost(experiment: ExperimentElement, around: Window): void {
  new Host(experiment, around);
}

class Host {
  readonly #experiment: ExperimentElement;
  readonly #around: Window;
  readonly #seen = new Seen(() => this.#looked());
  readonly #splice = new Splice((message) => this.#send(message));
  #height = 0;
  #toldHeight = 0;
  /** The state as the host knows it, as text; nothing before it is told the first time. */
  #told: string | undefined;
  #timer = 0;
  #score: 0 | 1 = 0;

  constructor(experiment: ExperimentElement, around: Window) {
    this.#experiment = experiment;
    this.#around = around;
    // On the document, so after the page has followed its own address.
    document.addEventListener("opened", () => this.#ready());
    experiment.addEventListener("moved", () => this.#moved());
    experiment.addEventListener("answered", (event) =>
      this.#answered((event as CustomEvent<string>).detail),
    );
    addEventListener("message", ({ source, data }) => {
      if (source === around && typeof data === "object" && data !== null) this.#take(data);
    });
    watchHeight((height) => {
      this.#height = height;
      this.#tellHeight();
    });
  }

  /** What changed while nobody saw the page is told when somebody does. */
  #looked(): void {
    this.#tellHeight();
    this.#moved();
  }

  #tellHeight(): void {
    if (!this.#seen.now || this.#height === this.#toldHeight) return;
    this.#toldHeight = this.#height;
    for (const message of heightMessages(this.#height)) this.#send(message);
  }

  #ready(): void {
    const state = stateOf(this.#experiment);
    this.#told = JSON.stringify(state);
    this.#tell("ready", { state });
    this.#splice.begin();
  }

  #moved(): void {
    if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#changed(), TOGETHER);
  }

  #changed(): void {
    this.#timer = 0;
    if (this.#told === undefined || !this.#seen.now) return;
    const state = stateOf(this.#experiment);
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#tell("change", { state });
    this.#splice.report(state, this.#score);
  }

  #answered(verdict: string): void {
    const { value: answer, question } = this.#experiment.live?.prediction() ?? {};
    this.#score = 1;
    this.#tell("answer", { question, answer, verdict });
    this.#splice.event("answer", { question, answer, verdict });
    this.#splice.report(stateOf(this.#experiment), this.#score);
  }

  #take(message: Readonly<Record<string, unknown>>): void {
    const kept = this.#splice.take(message);
    if (kept !== undefined) this.#follow(kept);
    if (message["type"] === "popgrad:setState") this.#follow(message["state"]);
    if (message["type"] === "popgrad:getState") this.#tellState([]);
  }

  #follow(state: unknown): void {
    try {
      this.#tellState(setState(this.#experiment, state));
    } catch (error) {
      this.#tell("error", { message: error instanceof Error ? error.message : String(error) });
    }
  }

  #tellState(notices: readonly string[]): void {
    this.#tell("state", { state: stateOf(this.#experiment), notices });
  }

  #tell(what: string, about: object): void {
    const experiment = this.#experiment.getAttribute("slug");
    this.#send({ type: `popgrad:${what}`, experiment, ...about });
  }

  #send(message: unknown): void {
    this.#around.postMessage(message, "*");
  }
}
