/**
 * SPLICE, the messages by which books that keep scores talk to what is embedded in them: a state that the host kept is
 * asked for once, and score and state are reported to a host that answered.
 */

/** How long a host may take to answer, in milliseconds. */
const PATIENCE = 15_000;

interface Reply {
  readonly subject?: unknown;
  readonly message_id?: unknown;
  readonly state?: unknown;
}

export class Splice {
  readonly #send: (message: unknown) => void;
  readonly #asked = "popgrad-state";
  #isThere = false;
  #isLate = false;

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
    return message.state ?? undefined;
  }

  /** Reports the state, and a score of 1 once the reader has answered the question. */
  report(state: unknown, score: 0 | 1): void {
    if (!this.#isThere) return;
    this.#send({ ...this.#about("SPLICE.reportScoreAndState"), score, state });
  }

  /** Tells what the reader did. */
  event(name: string, data: unknown): void {
    if (this.#isThere) this.#send({ ...this.#about("SPLICE.sendEvent"), name, data });
  }

  #about(subject: string): object {
    return { subject, message_id: `popgrad-${performance.now()}`, activity_id: location.href };
  }
}
