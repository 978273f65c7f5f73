/** The offer of a new version: one sentence that stays until it is answered, and changes nothing by itself. */
import { addStyle } from "../link/settings.ts";
import styles from "../style/offline.css";
import { TAKE_OVER } from "./protocol.ts";

/** What the reader typed or moved last is in the address after this time, in milliseconds. */
const KEPT = 600;

let isOffered = false;

export function offer(registration: ServiceWorkerRegistration): void {
  if (isOffered) return;
  isOffered = true;
  addStyle(styles);
  const place = document.createElement("div");
  place.className = "new-version";
  const words = document.createElement("p");
  // Those who listen hear what changes in a region that was there before.
  words.setAttribute("role", "status");
  const load = button("Load it", () => loadNew(registration));
  const later = button("Later", () => place.remove());
  later.className = "quiet";
  place.append(words, load, later);
  document.body.append(place);
  setTimeout(() => {
    words.textContent = "A new version is ready.";
  }, 100);
}

/** The state stands in the address, so the page comes back as it was. */
function loadNew({ waiting }: ServiceWorkerRegistration): void {
  const reload = () => setTimeout(() => location.reload(), KEPT);
  // Another page of this browser may have loaded it already.
  if (waiting === null) reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting?.postMessage(TAKE_OVER);
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}
