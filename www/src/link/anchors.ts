/** Links inside the page lead on without losing what was moved: the hash holds both. */
import { experimentOf, hashToward } from "./chosen.ts";

export function keepStateOverAnchors(): void {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const anchor = target?.closest<HTMLAnchorElement>('a[href^="#"]');
    const slug = anchor?.getAttribute("href")?.slice(1) ?? "";
    const place = document.getElementById(slug);
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (place === null || !plain || event.defaultPrevented) return;
    event.preventDefault();
    if (experimentOf(slug) !== null) history.pushState(null, "", hashToward(slug, location.hash));
    place.scrollIntoView({ block: "start" });
    focusOn(place);
  });
}

/** The next key press begins here, as after any other jump in a page. */
function focusOn(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
