/** Joins the page to its address. Called before the engine comes. */
import { Address, bringIntoView } from "./address.ts";
import { keepStateOverAnchors } from "./anchors.ts";
import { chosenSlug, experimentOf } from "./chosen.ts";
import { showEmbedded } from "./embed.ts";
import { query } from "./query.ts";
import { readSettings } from "./settings.ts";

export function joinAddress(): void {
  showEmbedded((slug) => experimentOf(slug) !== null);
  sayNotices();
  bringIntoView(location.hash);
  Address.keep();
  keepStateOverAnchors();
}

/** Says what of the address the page itself could not take. */
function sayNotices(): void {
  const notices = [...readSettings(query()).notices];
  const slug = chosenSlug(location.hash);
  if (slug !== undefined && document.getElementById(slug) === null) {
    notices.push(`The link leads to “${slug}”, which is not on this page.`);
  }
  const place = document.querySelector<HTMLElement>(".page-notice");
  if (place === null || notices.length === 0) return;
  place.textContent = notices.join(" ");
  place.hidden = false;
}
