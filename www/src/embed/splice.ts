/**
 * SPLICE, the messages by which books that keep scores talk to what is embedded in them: a state that the host kept is
 * asked for once, and score and state are reported to a host that answered. A score stands in the state too, so that a
 * reader who comes back does not lose it.
 */
import type { HostState } from "./state.ts";

/** How long a host may take to answer, in milliseconds. */
const PATIENCE = 15_000;

/** The key by which a state that the host keeps says that the question was answered. No parameter has such a name. */
const ANSWERED = "answered";

interface Reply {
  readonly subject?: unknown;
  readonly message_id?: unknown;
  readonly state?: unknown;
}

export class Splice {
  readonly #send: (message: unknown) => void;
  readonly #asked = "popgrad-state";
  readonly #address = location.href.replace(/#.*/, "");
  #isThere = false;
  #isLate = false;
  #score: 0 | 1 = 0;

  constructor(send: (message: unknown) => void) {
    this.#send = send;
  }

  /** Asks the host for the state that it kept. */
  begin(): void {
    this.#send({ subject: "SPLICE.getState", message_id: this.#asked });
    setTimeout(() => {
      this.#isLate = true;
    }, PATIENCE);
  }

  /** The state that the host kept, if this message is the awaited answer and it kept one. */
  take(message: Reply): unknown {
    const answers = message.subject === "SPLICE.getState.response";
    if (!answers || message.message_id !== this.#asked || this.#isLate || this.#isThere) return;
    this.#isThere = true;
    return this.#scored(message.state ?? undefined);
  }

  /** Reports the state, and a score of 1 once the reader has answered the question. */
  report(state: HostState): void {
    if (!this.#isThere) return;
    const kept = this.#score === 1 ? { ...state, [ANSWERED]: "true" } : state;
    this.#send({
      ...this.#about("SPLICE.reportScoreAndState"),
      score: this.#score,
      state: kept,
    });
  }

  /** The reader has answered the question. */
  score(): void {
    this.#score = 1;
  }

  /** Takes the score out of a state that the host kept. */
  #scored(state: unknown): unknown {
    if (typeof state !== "object" || state === null || !(ANSWERED in state)) return state;
    this.#score = 1;
    const { [ANSWERED]: _, ...rest } = state;
    return rest;
  }

  /** Tells what the reader did. */
  event(name: string, data: unknown): void {
    if (this.#isThere) this.#send({ ...this.#about("SPLICE.sendEvent"), name, data });
  }

  #about(subject: string): object {
    return { subject, message_id: `popgrad-${performance.now()}`, activity_id: this.#address };
  }
}
