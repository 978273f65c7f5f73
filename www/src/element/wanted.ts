/** What a page asks for by the attributes of `<popgrad-figure>`. */
import { isSetting } from "../link/settings.ts";

/** An experiment with its figures, in their order. */
interface Known {
  readonly experiment: string;
  readonly figures: readonly string[];
}

/** All of them as JSON, made from the experiments crate when the script is built. */
declare const POPGRAD_FIGURES: string;

const KNOWN: readonly Known[] = JSON.parse(POPGRAD_FIGURES);

/** Which figure, and how it is set. */
export interface Wanted {
  readonly experiment: string;
  readonly figure: string;
  /** The settings, written as the query of a link. */
  readonly query: string;
}

/**
 * Reads the attributes: `experiment`, `figure` (the experiment's first without it), `settings` as the query of a
 * link has them, and any setting or parameter of a link as an attribute by its own name.
 *
 * @throws if there is no such experiment or figure; the message names those that there are
 */
export function wantedOf(element: Element): Wanted {
  const experiment = element.getAttribute("experiment") ?? "";
  const known = KNOWN.find((one) => one.experiment === experiment);
  if (known === undefined) {
    const names = KNOWN.map((one) => one.experiment);
    throw new Error(notAmong("experiment", experiment, names, "<popgrad-figure>"));
  }
  const figure = element.getAttribute("figure") ?? known.figures[0] ?? "";
  if (!known.figures.includes(figure)) {
    throw new Error(notAmong("figure", figure, known.figures, `Experiment “${experiment}”`));
  }
  return { experiment, figure, query: queryOf(element) };
}

/** All that the attributes ask for, as one text. Others, such as `class`, are the page's and ask for nothing. */
export function askedOf(element: Element): string {
  const names = ["experiment", "figure"].map((name) => element.getAttribute(name));
  return JSON.stringify([...names, queryOf(element)]);
}

function queryOf(element: Element): string {
  const pairs = new URLSearchParams(element.getAttribute("settings") ?? "");
  for (const { name, value } of element.attributes) {
    if (name.includes(".") || isSetting(name)) pairs.set(name, value);
  }
  return pairs.toString();
}

function notAmong(what: string, given: string, there: readonly string[], where: string): string {
  const lacks = given === "" ? `names no ${what}` : `has no ${what} “${given.slice(0, 40)}”`;
  return `${where} ${lacks}. Write ${what}="…" with one of: ${there.join(", ")}.`;
}
