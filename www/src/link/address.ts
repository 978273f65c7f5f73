/**
 * The state of the page follows its address, and the address the state: replaced while something
 * moves, pushed when it is released, so that "back" undoes a movement as a whole.
 */
import { chosenSlug, experimentOf } from "./chosen.ts";
import { isEmbedded, showEmbedded } from "./embed.ts";
import { hashOf, type Linked, linkedAround } from "./linked.ts";
import { say } from "./notice.ts";
import { query } from "./query.ts";

/**
 * How long the address waits while something moves or is played: browsers refuse a hundred changes in half a
 * minute. What is let go of is written at once.
 */
const PAUSE = 1000;

/** Movements that follow one another within this time count as one. */
const TOGETHER = 1000;

export class Address {
  /** Every open experiment with the link to it as it stood last. */
  readonly #open = new Map<Linked, string | undefined>();
  /** The experiment that is being moved, and the hash from before. */
  #moving: { readonly experiment: Linked; readonly before: string } | undefined;
  #released: { readonly experiment: Linked; readonly at: number } | undefined;
  #timer = 0;

  /** Listens to every experiment from now on. */
  static keep(): void {
    new Address();
  }

  private constructor() {
    document.addEventListener("opened", ({ target }) => this.#opened(linkedAround(target)));
    document.addEventListener("moved", ({ target }) => this.#moved(linkedAround(target)));
    for (const release of ["change", "pointerup", "keyup"]) {
      // The model may follow in the next frame, and the address after it.
      document.addEventListener(release, () => requestAnimationFrame(() => this.#release()));
    }
    addEventListener("popstate", () => this.#followAll());
    addEventListener("pagehide", () => this.#release());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#redrawAll());
  }

  #opened(experiment: Linked | undefined): void {
    experiment?.live?.experiment.follow(query(experiment), "");
    experiment?.live?.startHere();
    if (experiment !== undefined) this.#follow(experiment);
  }

  #moved(experiment: Linked | undefined): void {
    if (experiment === undefined) return;
    const link = hashOf(experiment, "");
    if (this.#open.get(experiment) === link) return;
    this.#open.set(experiment, link);
    say(experiment, []);
    if (this.#moving?.experiment !== experiment) this.#release();
    this.#moving ??= { experiment, before: location.hash };
    if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#replace(), PAUSE);
  }

  #replace(): void {
    this.#timer = 0;
    const hash = this.#moving && hashOf(this.#moving.experiment, location.hash);
    if (hash !== undefined && hash !== location.hash) change("replaceState", hash);
  }

  #release(): void {
    const moving = this.#moving;
    // What is played moves on whatever else the reader does.
    if (moving === undefined || moving.experiment.querySelector("[data-playing]")) return;
    clearTimeout(this.#timer);
    this.#replace();
    const { experiment, before } = moving;
    const now = performance.now();
    const further = this.#released?.experiment === experiment && now - this.#released.at < TOGETHER;
    const after = location.hash;
    // In somebody else's page "back" is that page's.
    if (!further && after !== before && !isEmbedded()) {
      change("replaceState", before);
      change("pushState", after);
    }
    this.#released = { experiment, at: now };
    this.#moving = undefined;
  }

  /** The reader went back or forward, or typed another hash. */
  #followAll(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#moving = undefined;
    this.#released = undefined;
    showEmbedded((slug) => experimentOf(slug) !== null);
    for (const experiment of [...this.#open.keys()]) {
      this.#follow(experiment);
      experiment.refresh();
    }
    bringIntoView(location.hash);
  }

  /** A page that comes back as it was left may have lost its drawings. */
  #redrawAll(): void {
    for (const experiment of this.#open.keys()) experiment.refresh();
  }

  #follow(experiment: Linked): void {
    say(experiment, experiment.live?.experiment.follow(query(experiment), location.hash) ?? []);
    this.#open.set(experiment, hashOf(experiment, ""));
  }
}

/** Scrolls to the experiment that a hash leads to, unless some of it is seen. */
export function bringIntoView(hash: string): void {
  const chosen = experimentOf(chosenSlug(hash));
  const box = chosen?.getBoundingClientRect();
  if (box === undefined || (box.top < innerHeight && box.bottom > 0)) return;
  chosen?.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Changes the hash of the address; a frame that may not do so keeps its address. */
function change(how: "pushState" | "replaceState", hash: string): void {
  try {
    history[how](history.state, "", hash === "" ? location.pathname + location.search : hash);
  } catch {
    // Links are then copied by the button alone.
  }
}
