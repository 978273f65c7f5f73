/** A page that is embedded shows one experiment: that of the hash, or the first. */
import { chosenSlug } from "./chosen.ts";
import { addStyle, wearer } from "./settings.ts";

let sheet: CSSStyleSheet | undefined;

/** Whether an element stands in somebody else's page. */
export function isEmbedded(around: Element = document.documentElement): boolean {
  return wearer(around).dataset["embed"] === "true";
}

/** Shows the one experiment, if the page is embedded. */
export function showEmbedded(exists: (slug: string) => boolean): void {
  if (!isEmbedded()) return;
  sheet ??= addStyle("");
  const slug = chosenSlug(location.hash);
  const others =
    slug !== undefined && exists(slug)
      ? `popgrad-experiment:not([slug="${slug}"])`
      : "popgrad-experiment:not(:first-of-type)";
  sheet.replaceSync(`${others} { display: none }`);
}
