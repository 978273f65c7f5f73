/** What readers changed in cells, kept by the browser. One that keeps nothing forgets it with the page. */

const PREFIX = "popgrad.cells.";

/** The texts of a notebook's cells as they were left, if any were changed. */
export function keptTexts(notebook: string): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + notebook) ?? "null");
    return isTexts(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the texts of a notebook's cells; nothing, where all are as they came. */
export function keepTexts(notebook: string, texts: readonly string[] | undefined): void {
  try {
    if (texts === undefined) localStorage.removeItem(PREFIX + notebook);
    else localStorage.setItem(PREFIX + notebook, JSON.stringify(texts));
  } catch {
    // A frame of another page, a private window: the text lives as long as the page.
  }
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}
