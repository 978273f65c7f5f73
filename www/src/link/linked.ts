/** What the address needs of an experiment on the page. */
import type { Experiment } from "../engine/engine.ts";
import { query } from "./query.ts";

export interface Linked extends HTMLElement {
  /** The opened experiment, while the element is alive. */
  readonly live: { readonly experiment: Experiment; startHere(): void } | undefined;
  /** Brings controls and figures up to date with the opened experiment. */
  refresh(): void;
}

/** The experiment that an element of the page belongs to, if it is open. */
export function linkedAround(target: EventTarget | null): Linked | undefined {
  const found = target instanceof Element ? target.closest<Linked>("popgrad-experiment") : null;
  return found?.live === undefined ? undefined : found;
}

/** The hash that leads to an experiment as it stands; `before` is kept for the others. */
export function hashOf(linked: Linked, before: string): string | undefined {
  return linked.live?.experiment.hash(query(linked), before);
}
