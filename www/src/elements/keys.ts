/** How keys move a number: the same on sliders, on marks and on numbers in a sentence. */
import type { Parameter } from "../engine/engine.ts";
import { stepsIn } from "./scale.ts";

/** By so many steps of the parameter, or to one of its ends. */
export type Move = { readonly steps: number } | { readonly to: "minimum" | "maximum" };

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
};

/**
 * Arrows move by a hundredth of the range, with Shift by one step, PageUp and PageDown by a tenth,
 * Home and End to the ends. Nothing for other keys and for the browser's own shortcuts.
 */
export function moveOf(event: KeyboardEvent, parameter: Parameter): Move | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === "Home") return { to: "minimum" };
  if (event.key === "End") return { to: "maximum" };
  const direction = DIRECTIONS[event.key];
  return direction === undefined ? undefined : { steps: direction * sizeOf(event, parameter) };
}

/** The same move the other way round, for what grows where the parameter shrinks. */
export function reversed(move: Move): Move {
  if ("steps" in move) return { steps: -move.steps };
  return { to: move.to === "minimum" ? "maximum" : "minimum" };
}

function sizeOf(event: KeyboardEvent, parameter: Parameter): number {
  if (event.key.startsWith("Page")) return stepsIn(parameter, 1 / 10);
  return event.shiftKey ? 1 : stepsIn(parameter, 1 / 100);
}
