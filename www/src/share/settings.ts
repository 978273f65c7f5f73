/** What a teacher fixes of a figure, written as the query of its page. */

export interface Chosen {
  /** The keys and values of parameters that are not as at first. */
  readonly values: Readonly<Record<string, string>>;
  /** The keys of the parameters that have no control. */
  readonly locked: readonly string[];
  readonly theme: string;
  /** Whether the reader is asked for a prediction. */
  readonly asks: boolean;
}

/** The query, with its question mark; nothing where all is as at first. */
export function queryOf({ values, locked, theme, asks }: Chosen): string {
  const pairs = new URLSearchParams(values);
  for (const key of locked) pairs.set(`${key}_hide`, "true");
  if (theme !== "auto") pairs.set("theme", theme);
  if (!asks) pairs.set("predict", "false");
  const query = pairs.toString();
  return query === "" ? "" : `?${query}`;
}
