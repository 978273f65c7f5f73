/** The settings that hold for an element, written as the query of a link. */
import { wearer } from "./settings.ts";

/**
 * From inside the page, or from its address: a page that is one file carries them in its element `meta`, and whoever
 * opens it may add a query of his own.
 */
export function query(around: Element = document.documentElement): string {
  const inside = document.querySelector<HTMLMetaElement>("meta[name=popgrad]")?.content;
  return wearer(around).dataset["query"] ?? (inside || location.search);
}
