/** The settings that hold for an element, written as the query of a link. */
import { wearer } from "./settings.ts";

/** From the address of the page, or from inside it: a page that is one file carries them in its element `meta`. */
export function query(around: Element = document.documentElement): string {
  const inside = document.querySelector<HTMLMetaElement>("meta[name=popgrad]");
  return wearer(around).dataset["query"] ?? (location.search || (inside?.content ?? ""));
}
