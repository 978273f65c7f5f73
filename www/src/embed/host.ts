/**
 * What an embedded experiment and the page around it say to each other. The host may be anything: its address is not
 * known (a sandboxed frame has none), so it is known by its window, and what it sends is taken for what it says alone.
 */
import type { ExperimentElement } from "../elements/experiment.ts";
import { type Answer, Happenings } from "./happenings.ts";
import { heightMessages, watchHeight } from "./height.ts";
import { Seen } from "./seen.ts";
import { Splice } from "./splice.ts";
import { type HostState, setState, stateOf } from "./state.ts";

/** Begins to talk to the window around this page. */
export function joinHost(experiment: ExperimentElement, around: Window): void {
  new Host(experiment, around);
}

class Host {
  readonly #experiment: ExperimentElement;
  readonly #around: Window;
  readonly #seen = new Seen(() => this.#looked());
  readonly #splice = new Splice((message) => this.#send(message));
  readonly #happenings: Happenings;
  #height = 0;
  #toldHeight = 0;

  constructor(experiment: ExperimentElement, around: Window) {
    this.#experiment = experiment;
    this.#around = around;
    this.#happenings = new Happenings(experiment, {
      isSeen: () => this.#seen.now,
      ready: (state) => this.#ready(state),
      change: (state) => this.#changed(state),
      answer: (answer) => this.#answered(answer),
      // After the page has followed its own address.
      opensAt: document,
    });
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
    this.#happenings.look();
  }

  #tellHeight(): void {
    if (!this.#seen.now || this.#height === this.#toldHeight) return;
    this.#toldHeight = this.#height;
    for (const message of heightMessages(this.#height)) this.#send(message);
  }

  #ready(state: HostState): void {
    this.#tell("ready", { state });
    this.#splice.begin();
  }

  #changed(state: HostState): void {
    this.#tell("change", { state });
    this.#splice.report(state);
  }

  #answered(answer: Answer): void {
    this.#splice.score();
    this.#tell("answer", answer);
    this.#splice.event("answer", answer);
    this.#splice.report(stateOf(this.#experiment));
  }

  #take(message: Readonly<Record<string, unknown>>): void {
    const kept = this.#splice.take(message);
    if (kept !== undefined) this.#follow(kept);
    if (message["type"] === "popgrad:setState") this.#follow(message["state"]);
    if (message["type"] === "popgrad:getState") this.#tellState([]);
  }

  #follow(state: unknown): void {
    try {
      const notices = setState(this.#experiment, state);
      // What the host has asked for is no news to it.
      this.#happenings.know(stateOf(this.#experiment));
      this.#tellState(notices);
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
