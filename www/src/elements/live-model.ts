/**
 * An opened experiment as the page sees it: parameters and the reader's prediction are read and
 * moved alike, by their ids.
 */
import type { Experiment, Parameter, Prediction } from "../engine/engine.ts";
import type { Reading } from "./control.ts";
import type { Move } from "./keys.ts";
import { placeOf, valueAt } from "./scale.ts";

export class LiveModel {
  readonly experiment: Experiment;
  readonly #table: ReadonlyMap<string, Parameter>;
  readonly #answer: Parameter;
  /** Where "back to the start" leads. */
  #start: ReadonlyMap<string, number>;

  constructor(experiment: Experiment) {
    this.experiment = experiment;
    this.#table = new Map(experiment.parameters().map((one) => [one.id, one]));
    this.#answer = experiment.prediction().answer;
    this.#start = this.values();
  }

  /** A parameter, or the answer of the prediction. */
  about(id: string): Parameter | undefined {
    return id === this.#answer.id ? this.#answer : this.#table.get(id);
  }

  /** The value of a parameter, or where the answer stands. */
  value(id: string): number {
    return id === this.#answer.id ? this.experiment.answer() : this.experiment.get(id);
  }

  read(id: string): Reading {
    if (id === this.#answer.id) return this.prediction();
    const model = this.experiment;
    return { value: model.get(id), printed: model.printed(id), spoken: model.spoken(id) };
  }

  /** The values of all parameters. */
  values(): ReadonlyMap<string, number> {
    return new Map([...this.#table.keys()].map((id) => [id, this.experiment.get(id)]));
  }

  set(id: string, value: number): void {
    if (id === this.#answer.id) this.experiment.predict(value);
    else this.experiment.set(id, value);
  }

  move(id: string, move: Move): void {
    const about = this.about(id);
    if (about === undefined) return;
    if ("to" in move) this.set(id, about[move.to]);
    else if (id !== this.#answer.id) this.experiment.nudge(id, move.steps);
    else this.set(id, stepped(about, this.value(id), move.steps));
  }

  prediction(): Prediction {
    return this.experiment.prediction();
  }

  /** The present values become the start to which {@link reset} leads. */
  startHere(): void {
    this.#start = this.values();
  }

  isAtStart(): boolean {
    const moved = [...this.#start].some(([id, value]) => this.experiment.get(id) !== value);
    return !moved && this.experiment.stage() === "none";
  }

  reset(): void {
    for (const [id, value] of this.#start) this.experiment.set(id, value);
    this.experiment.forgetPrediction();
  }
}

function stepped(about: Parameter, value: number, steps: number): number {
  const place = placeOf(about, value) + steps * about.step;
  const low = placeOf(about, about.minimum);
  const high = placeOf(about, about.maximum);
  return valueAt(about, Math.min(high, Math.max(low, place)));
}
