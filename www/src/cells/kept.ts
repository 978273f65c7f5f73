/** What readers wrote into cells, kept by the browser. One that keeps nothing forgets it with the page. */

const PREFIX = "popgrad.cells.";

/** So many earlier texts of a notebook are kept. */
const MOST = 10;

/** The texts of a notebook's cells, one for each. */
export type Texts = readonly string[];

export interface Kept {
  /** As they were left; nothing, where all are as they came. */
  readonly texts: Texts | undefined;
  /** What the reader had written before a link brought other code, the last one last. */
  readonly earlier: readonly Texts[];
}

export function kept(notebook: string): Kept {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + notebook) ?? "{}");
    const { texts, earlier } = Object(stored) as Record<string, unknown>;
    return {
      texts: isTexts(texts) ? texts : undefined,
      earlier: Array.isArray(earlier) ? earlier.filter(isTexts) : [],
    };
  } catch {
    return { texts: undefined, earlier: [] };
  }
}

export function keep(notebook: string, { texts, earlier }: Kept): void {
  try {
    const stored = JSON.stringify({ texts, earlier: earlier.slice(-MOST) });
    if (texts === undefined && earlier.length === 0) localStorage.removeItem(PREFIX + notebook);
    else localStorage.setItem(PREFIX + notebook, stored);
  } catch {
    // A frame of another page, a private window: the text lives as long as the page.
  }
}

export function isTexts(value: unknown): value is Texts {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}
