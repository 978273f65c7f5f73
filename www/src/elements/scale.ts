/** Where a parameter's values lie: equal distances are equal differences, or equal ratios. */
import type { Parameter } from "../engine/engine.ts";

export function placeOf(parameter: Parameter, value: number): number {
  return parameter.scale === "log" ? Math.log10(value) : value;
}

export function valueAt(parameter: Parameter, place: number): number {
  return parameter.scale === "log" ? 10 ** place : place;
}

/** The places of the smallest and the largest value. */
export function endsOf(parameter: Parameter): readonly [number, number] {
  return [placeOf(parameter, parameter.minimum), placeOf(parameter, parameter.maximum)];
}

/** How many of its steps a part of the range is, at least one. */
export function stepsIn(parameter: Parameter, part: number): number {
  const [low, high] = endsOf(parameter);
  return Math.max(1, Math.round(((high - low) * part) / parameter.step));
}
