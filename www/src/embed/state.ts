/** The state of an embedded experiment as its host reads and sets it: the keys of links with their values. */
import type { Linked } from "../link/linked.ts";
import { hashOf } from "../link/linked.ts";
import { query } from "../link/query.ts";

/** Keys such as `experiment.parameter` with values as links print them. What is as at first is left out. */
export type HostState = Readonly<Record<string, string>>;

export function stateOf(experiment: Linked): HostState {
  return pairsOf(hashOf(experiment, ""));
}

/** The state for a page that does not know the settings of this one. */
export function wholeStateOf(experiment: Linked): HostState {
  return pairsOf(experiment.live?.experiment.hash("", ""));
}

function pairsOf(hash = ""): HostState {
  const pairs = hash.split("&").filter((pair) => pair.includes("."));
  return Object.fromEntries(new URLSearchParams(pairs.join("&")));
}

/**
 * Brings the experiment to a state; what it does not name is as at first. Returns in words what could not be
 * taken as it was given.
 */
export function setState(experiment: Linked, state: unknown): readonly string[] {
  const open = experiment.live?.experiment;
  if (open === undefined) throw new Error("The figure is not alive yet: wait for popgrad:ready.");
  const slug = experiment.getAttribute("slug") ?? "";
  const notices = open.follow(query(experiment), `#${slug}&${written(state)}`);
  experiment.refresh();
  return [...notices, ...unknown(experiment, Object.keys(state as object))];
}

/** Links of another version may hold keys that mean nothing now; whoever sets a state means each of them. */
function unknown(experiment: Linked, keys: readonly string[]): readonly string[] {
  const slug = experiment.getAttribute("slug") ?? "";
  const ids = experiment.live?.experiment.parameters().map(({ id }) => `${slug}.${id}`) ?? [];
  return keys
    .filter((key) => !ids.includes(key))
    .map(
      (key) => `${key.slice(0, 40)} is no parameter of this experiment; it has ${ids.join(", ")}.`,
    );
}

function written(state: unknown): string {
  if (typeof state !== "object" || state === null || Array.isArray(state)) {
    throw new Error(
      `The state was ${JSON.stringify(state) ?? typeof state}; it is an object such as {"experiment.parameter": 0.5}.`,
    );
  }
  return Object.entries(state).map(pair).join("&");
}

function pair([key, value]: [string, unknown]): string {
  if (typeof value === "object" || typeof value === "undefined" || typeof value === "function") {
    throw new Error(
      `${key} was ${JSON.stringify(value) ?? typeof value}; it is a number, a word or a truth value.`,
    );
  }
  return `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`;
}
