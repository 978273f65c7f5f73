/** A page that is embedded shows one experiment: that of the hash, or the first. */
import { chosenSlug } from "./chosen.ts";
import { addStyle } from "./settings.ts";

let sheet: CSSStyleSheet | undefined;

export function isEmbedded(): boolean {
  return document.documentElement.dataset["embed"] === "true";
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
