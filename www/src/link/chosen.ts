/** The experiment that the hash leads to. */

/** Its slug: what stands in the hash before the first key. */
export function chosenSlug(hash: string): string | undefined {
  return /^#([a-z0-9-]+)(?:&|$)/.exec(hash)?.[1];
}

/** The same hash leading to another experiment: all that was moved stays. */
export function hashToward(slug: string, hash: string): string {
  const [first = "", ...rest] = hash.replace(/^#/, "").split("&");
  const kept = first.includes("=") ? [first, ...rest] : rest;
  return ["#".concat(slug), ...kept].join("&");
}

/** The hash that leads to an experiment, with nothing of what it says of others. */
export function hashOnly(slug: string, hash: string): string {
  const pairs = hash.replace(/^#/, "").split("&");
  const own = pairs.filter((pair) => pair.startsWith(`${slug}.`) || /^v=/.test(pair));
  return [`#${slug}`, ...own].join("&");
}

export function experimentOf(slug: string | undefined): HTMLElement | null {
  if (slug === undefined) return null;
  return document.querySelector<HTMLElement>(`popgrad-experiment[slug="${CSS.escape(slug)}"]`);
}
