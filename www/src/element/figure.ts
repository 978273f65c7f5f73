/**
 * `<popgrad-figure experiment="…" figure="…">`: a figure that lives in somebody else's page. All figures of a page
 * share one engine. Nothing is thrown into the page: what goes wrong is said where the figure stands.
 */

import { markupOf } from "popgrad-markup";
import type { ExperimentElement } from "../elements/experiment.ts";
import { type Answer, Happenings } from "../embed/happenings.ts";
import { Seen } from "../embed/seen.ts";
import { leadBack } from "../embed/source.ts";
import { type HostState, setState, stateOf } from "../embed/state.ts";
import { comesNear } from "../engine/arrival.ts";
import { fullEngine } from "../engine/engine.ts";
import { stillness, watchCanvases } from "../failure.ts";
import { fetchTheRest } from "../later.ts";
import { say } from "../link/notice.ts";
import { readSettings } from "../link/settings.ts";
import { Place } from "./place.ts";
import { askedOf, type Wanted, wantedOf } from "./wanted.ts";

/** Set when the script is built. */
declare const POPGRAD_VERSION: string;

export class PopgradFigure extends HTMLElement {
  /** The version of Popgrad that draws the figures of this page. */
  static readonly version = POPGRAD_VERSION;
  static readonly #living = new Set<PopgradFigure>();
  /** Another version that the page asked for later. */
  static #other: string | undefined;

  readonly #place = new Place(this);
  readonly #attributes = new MutationObserver(() => this.#follow());
  /** From one set of attributes to the next. */
  #life = new AbortController();
  /** What the attributes asked for when it was set up. */
  #asked: string | undefined;
  #experiment: ExperimentElement | undefined;
  #happenings: Happenings | undefined;
  /** The state that the figure takes as soon as it is alive. */
  #due: unknown;

  /** Called by a later script of another version: the first one goes on, and the figures say so. */
  static meet(version: string): void {
    PopgradFigure.#other = version;
    for (const figure of PopgradFigure.#living) figure.#sayOther();
  }

  /** The state of a living figure: the keys of links with their values; what is as at first is left out. */
  getState(): HostState | undefined {
    return this.#experiment?.live && stateOf(this.#experiment);
  }

  /**
   * Brings the figure to a state; what it does not name is as at first. A figure that is not alive yet takes it as
   * soon as it is. Returns in words what could not be taken as it was given.
   *
   * @throws if the state is no object of numbers, words and truth values
   */
  setState(state: HostState): readonly string[] {
    if (!this.#experiment?.live) {
      this.#due = state;
      return [];
    }
    const notices = setState(this.#experiment, state);
    this.#happenings?.know(stateOf(this.#experiment));
    return notices;
  }

  connectedCallback(): void {
    PopgradFigure.#living.add(this);
    this.#attributes.observe(this, { attributes: true });
    this.#follow();
  }

  disconnectedCallback(): void {
    PopgradFigure.#living.delete(this);
    this.#attributes.disconnect();
    this.#due ??= this.getState();
    this.#life.abort();
    this.#asked = undefined;
  }

  /** Begins anew if the attributes ask for something else. */
  #follow(): void {
    const asked = askedOf(this);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#life.abort();
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#begin(signal).catch((error: unknown) => {
      if (!signal.aborted) this.#fail(error);
    });
  }

  async #begin(signal: AbortSignal): Promise<void> {
    this.#experiment = undefined;
    this.#place.empty("");
    this.#sayOther();
    const wanted = wantedOf(this);
    this.#place.empty(wanted.query);
    this.#sayOther();
    await comesNear(this);
    const [experiment, failure] = await Promise.all([markupOf(wanted.figure), engineFailure()]);
    // What comes later is missed by those who ask for it, and they say so.
    fetchTheRest().catch(() => undefined);
    if (signal.aborted) return;
    if (failure !== undefined && this.childElementCount > 0) throw failure;
    this.#join(experiment as ExperimentElement, wanted, signal);
  }

  /** An experiment without an engine is put there too: its still pictures are better than nothing. */
  #join(experiment: ExperimentElement, wanted: Wanted, signal: AbortSignal): void {
    this.#experiment = experiment;
    experiment.setAttribute("engine", "now");
    experiment.addEventListener("opened", () => this.#opened(experiment, wanted), { signal });
    const seen = new Seen(() => this.#happenings?.look(), this, signal);
    this.#happenings = new Happenings(
      experiment,
      {
        isSeen: () => seen.now,
        ready: (state) => this.#tell("ready", { state }),
        change: (state) => this.#tell("change", { state }),
        answer: (answer: Answer) => this.#tell("answer", answer),
        opensAt: experiment,
      },
      signal,
    );
    watchCanvases(experiment);
    leadBack(experiment);
    this.#place.put(experiment);
    this.#place.show();
  }

  #opened(experiment: ExperimentElement, { query }: Wanted): void {
    const { live } = experiment;
    if (live === undefined) return;
    const notices = [...readSettings(query).notices, ...live.experiment.follow(query, "")];
    live.startHere();
    const due = this.#due;
    this.#due = undefined;
    if (due !== undefined) notices.push(...this.#take(experiment, due));
    say(experiment, notices);
  }

  /** A state that was set too early to be refused there and then. */
  #take(experiment: ExperimentElement, state: unknown): readonly string[] {
    try {
      return setState(experiment, state);
    } catch (error) {
      return [messageOf(error)];
    }
  }

  #fail(error: unknown): void {
    const message = messageOf(error);
    this.#place.say(message);
    this.#tell("error", { message });
  }

  #sayOther(): void {
    const [mine, other] = [PopgradFigure.version, PopgradFigure.#other];
    if (other === undefined) return;
    this.#place.say(
      `This page loads Popgrad ${mine} and then ${other}. Its figures are those of ${mine}: leave one of the two scripts out.`,
    );
  }

  /** Events have the names of the messages that embedded pages send. */
  #tell(what: string, about: object): void {
    const detail = { experiment: this.getAttribute("experiment"), ...about };
    this.dispatchEvent(
      new CustomEvent(`popgrad:${what}`, { bubbles: true, composed: true, detail }),
    );
  }
}

/** Why figures stay still, if they do. */
function engineFailure(): Promise<Error | undefined> {
  return fullEngine().then(() => undefined, stillness);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
