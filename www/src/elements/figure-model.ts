/** What a figure asks of whatever it shows: an experiment, or what a code cell put out. */
import type { Experiment, FullExperiment, Parameter } from "../engine/engine.ts";
import type { Reading } from "./control.ts";

/** Draws figures and tells what is on them, each by its id. */
type Shown = Pick<
  Experiment,
  "revision" | "draw" | "words" | "alternative" | "tables" | "marks" | "explain"
>;

/** Writes figures as files: all but the experiments of the first file do. */
export type Writer = Pick<FullExperiment, "csv" | "svg">;

export type FigureSource = Experiment | (Shown & Writer);

export interface FigureModel {
  readonly experiment: FigureSource;
  /** A parameter that a mark moves. */
  about(parameter: string): Parameter | undefined;
  read(parameter: string): Reading;
}
