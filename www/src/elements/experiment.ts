/**
 * `<popgrad-experiment slug="…">`: joins the controls and figures inside it to one model. It knows
 * no experiment: what there is to move and to draw stands in the page and in the engine.
 */
import { OncePerFrame } from "../drawing/frame.ts";
import { openExperiment } from "../engine/engine.ts";
import { rest } from "../later.ts";
import type { LongWork } from "../pool/long-work.ts";
import { Announcer } from "./announcer.ts";
import { ControlElement, type Nudge } from "./control.ts";
import { focusAround } from "./focus.ts";
import { LiveModel } from "./live-model.ts";
import type { PanelElement } from "./panel.ts";
import type { PredictionElement, PredictionWish } from "./prediction.ts";

/** A wish to set a parameter: the detail of a `move`. */
export interface Wish {
  readonly parameter: string;
  readonly value: number;
}

export class ExperimentElement extends HTMLElement {
  readonly #frame = new OncePerFrame(() => this.#follow());
  #live: LiveModel | undefined;
  #life = new AbortController();
  #announcer = new Announcer(null);
  /** Brings to life what has come since the experiment opened, once a frame for all. */
  readonly #welcome = new OncePerFrame(() => {
    if (this.#live === undefined) return;
    this.#enableControls(this.#live);
    this.#showState();
  });
  /** Draws what the workers have computed, at most once a frame. */
  readonly #arrival = new OncePerFrame(() => {
    for (const figure of this.#figures) figure.draw();
  });
  #work: LongWork | undefined;
  #isFaulty = false;
  #isRenewed = false;
  #resetButton: HTMLButtonElement | null = null;
  #controls: readonly ControlElement[] = [];
  #predictions: readonly PredictionElement[] = [];
  /** What the reader had set when the element was taken out of the page. */
  #kept: ReadonlyMap<string, number> | undefined;

  /** The opened experiment, while the element is alive. After a change of its own, call {@link refresh}. */
  get live(): LiveModel | undefined {
    return this.#live;
  }

  /** Brings controls and figures up to date in the next frame, whatever they show now. */
  refresh(): void {
    for (const control of this.#controls) control.forget();
    for (const figure of this.#figures) figure.forget();
    this.#frame.ask();
  }

  connectedCallback(): void {
    this.#life = new AbortController();
    this.#announcer = new Announcer(this.querySelector(".result"));
    this.#listen<unknown>("fault", (error) => this.#showFault(error));
    this.#listen<Wish>("move", ({ parameter, value }) =>
      this.#change((live) => live.set(parameter, value)),
    );
    this.#listen<Nudge>("nudge", ({ parameter, move }) =>
      this.#change((live) => live.move(parameter, move)),
    );
    this.#listen<PredictionWish>("predict", (wish) => this.#predict(wish));
    this.#listen<string>("explained", (words) => this.#announcer.say(() => words));
    this.#listen<PanelElement>("revive", (figure) => this.#attach(figure));
    this.addEventListener("join", () => this.#welcome.ask(), this.#whileAlive);
    this.addEventListener("input", (event) => this.#take(event.target), this.#whileAlive);
    this.#resetButton = this.querySelector<HTMLButtonElement>("button.reset");
    this.#resetButton?.addEventListener("click", () => this.#reset(), this.#whileAlive);
    this.#resetButton?.addEventListener("blur", () => this.#welcome.ask(), this.#whileAlive);
    void this.#open(this.#life.signal);
  }

  disconnectedCallback(): void {
    this.#kept = this.#live?.values();
    this.#life.abort();
    this.#frame.cancel();
    this.#welcome.cancel();
    this.#arrival.cancel();
    this.#announcer.stop();
    for (const figure of this.#figures) figure.disconnectedCallback();
    this.#live?.experiment.free();
    this.#live = undefined;
    this.#work = undefined;
  }

  async #open(end: AbortSignal): Promise<void> {
    try {
      const experiment = await openExperiment(this);
      if (end.aborted) {
        experiment.free();
        return;
      }
      this.#live = new LiveModel(experiment);
      for (const [id, value] of this.#kept ?? []) this.#live.set(id, value);
      this.#enableControls(this.#live);
    } catch (error) {
      if (!end.aborted) this.#showFault(error);
      return;
    }
    this.dispatchEvent(new CustomEvent("opened", { bubbles: true }));
    this.#showState();
    for (const figure of this.#figures) this.#attach(figure);
    void this.#goOn(this.#live, end).catch((error) => this.#showFault(error));
  }

  /** Words that light marks, long computations and controls out of sight wait for the rest of the code. */
  async #goOn(live: LiveModel, end: AbortSignal): Promise<void> {
    const { fetchFurtherControls, lightWords, lookAfter } = await rest();
    if (end.aborted) return;
    lightWords(this, end);
    this.#work = lookAfter(
      {
        element: this,
        live,
        arrived: () => this.#arrival.ask(),
        failed: (error) => this.#showFault(error),
      },
      end,
    );
    await fetchFurtherControls(this);
  }

  #listen<Detail>(type: string, listener: (detail: Detail) => void): void {
    this.addEventListener(
      type,
      (event) => listener((event as CustomEvent<Detail>).detail),
      this.#whileAlive,
    );
  }

  #enableControls(live: LiveModel): void {
    this.#controls = [...this.querySelectorAll<ControlElement>("[parameter]:defined")];
    this.#predictions = [...this.querySelectorAll<PredictionElement>("popgrad-prediction:defined")];
    for (const control of this.#controls) {
      const about = live.about(control.parameter);
      if (about !== undefined) control.enable(about);
    }
    for (const prediction of this.#predictions) prediction.enable();
  }

  #attach(figure: PanelElement): void {
    if (this.#live !== undefined) figure.attach(this.#live);
  }

  /** Takes what a control asks for. */
  #take(control: EventTarget | null): void {
    if (!(control instanceof ControlElement)) return;
    this.#change((live) => live.set(control.parameter, control.value));
  }

  /** Changes the model now; what shows it follows in the next frame. */
  #change(change: (live: LiveModel) => void): void {
    if (this.#live === undefined) return;
    this.#showFault(undefined);
    try {
      change(this.#live);
    } catch (error) {
      this.#showFault(error);
    }
    this.#frame.ask();
  }

  #predict(wish: PredictionWish): void {
    this.#change((live) => {
      if (wish !== "commit") {
        live.experiment.forgetPrediction();
        return;
      }
      const { answer, value } = live.prediction();
      // Who leaves the answer where it stands answers with that.
      live.set(answer.id, value);
      const verdict = live.experiment.commit();
      for (const prediction of this.#predictions) prediction.tell(verdict);
      this.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: verdict }));
    });
    this.#showState();
  }

  #reset(): void {
    this.#change((live) => live.reset());
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #follow(): void {
    try {
      this.#moveTogether();
    } catch (error) {
      this.#showFault(error);
    }
  }

  /** Everything that depends on the parameters moves in the same frame. */
  #moveTogether(): void {
    this.#work?.update();
    for (const figure of this.#figures) figure.paint();
    this.#showState();
    const figures = [...this.#figures];
    const changed = figures.filter((figure) => figure.surround());
    this.#announcer.say(() => (changed[0] ?? figures[0])?.result() ?? "");
    this.dispatchEvent(new CustomEvent("moved", { bubbles: true }));
  }

  /** Writes what the model now is into every control. */
  #showState(): void {
    const live = this.#live;
    if (live === undefined) return;
    for (const control of this.#controls) {
      const { parameter } = control;
      if (live.about(parameter) === undefined || !control.isBehind(live.value(parameter))) continue;
      control.show(live.read(parameter));
    }
    for (const prediction of this.#predictions) prediction.show(live.experiment.stage());
    const reset = this.#resetButton;
    // A button that has the focus keeps it.
    if (reset !== null) reset.disabled = live.isAtStart() && focusAround(this) !== reset;
  }

  /** After a fault of the engine an experiment answers nothing more: a new one takes its place, once. */
  #renew(): void {
    this.#isRenewed = true;
    this.#live = undefined;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  #showFault(error: unknown): void {
    if ((error as Error | undefined)?.name === "RuntimeError" && !this.#isRenewed) this.#renew();
    const isFaulty = error !== undefined;
    if (!isFaulty && !this.#isFaulty) return;
    this.#isFaulty = isFaulty;
    const place = this.querySelector<HTMLElement>(".engine-notice");
    if (place === null) return;
    place.hidden = !isFaulty;
    place.textContent = error instanceof Error ? error.message : String(error ?? "");
  }

  get #whileAlive(): { signal: AbortSignal } {
    return { signal: this.#life.signal };
  }

  /** A figure may leave the page and come back. */
  get #figures(): Iterable<PanelElement> {
    return this.getElementsByTagName("popgrad-panel") as Iterable<PanelElement>;
  }
}
