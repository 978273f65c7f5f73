/**
 * The shadow root of a figure in somebody else's page. What the page has put into the element stands there until the
 * figure is alive, and comes back if it fails. The styles of the page and of the figure do not reach each other.
 */
import style from "popgrad-element-style";
import { applySettings } from "../link/settings.ts";
import { dressPictures } from "../theme.ts";

/** Events by which a page of slides turns them: those that a figure answers to are its own. */
const KEYS = ["keydown", "keypress", "keyup"];
const TOUCHES = ["touchstart", "touchmove", "touchend"];

/** Where a finger moves something of the figure. */
const MOVED_BY_TOUCH = ".controls, .marks";

let shared: CSSStyleSheet | undefined;

export class Place {
  readonly #root: ShadowRoot;
  readonly #fallback = document.createElement("slot");
  #home = document.createElement("div");

  constructor(host: HTMLElement) {
    this.#root = host.attachShadow({ mode: "open" });
    this.empty("");
  }

  /** Shows what the page has put there. What comes next wears the settings of this query. */
  empty(query: string): void {
    shared ??= sheetOf(style);
    this.#root.adoptedStyleSheets = [shared];
    this.#home = homeOf(query);
    this.#fallback.hidden = false;
    this.#root.replaceChildren(this.#fallback, this.#home);
    applySettings(this.#home, query);
  }

  /** Puts an experiment there, unseen. */
  put(experiment: Element): void {
    this.#home.append(experiment);
    dressPictures(this.#home);
  }

  /** Shows the experiment in place of what the page has put there. */
  show(): void {
    this.#fallback.hidden = true;
  }

  /** Says something below what is shown. */
  say(words: string): void {
    const notice = this.#home.querySelector<HTMLElement>(":scope > .engine-notice");
    if (notice !== null) notice.textContent = words;
  }
}

function sheetOf(rules: string): CSSStyleSheet {
  knowRem();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

/** Lets `--popgrad-rem` be a length, the same for all that is inside of the figure, and not a text. */
function knowRem(): void {
  const rem = { name: "--popgrad-rem", syntax: "<length>", inherits: true, initialValue: "16px" };
  try {
    CSS.registerProperty(rem);
  } catch {
    // Another version on this page has done so.
  }
}

function homeOf(query: string): HTMLDivElement {
  const home = document.createElement("div");
  home.className = "home";
  home.dataset["query"] = query;
  home.dataset["embed"] = "true";
  const notice = document.createElement("p");
  notice.className = "engine-notice";
  notice.setAttribute("role", "status");
  home.append(notice);
  for (const key of KEYS) home.addEventListener(key, (event) => event.stopPropagation());
  for (const touch of TOUCHES) home.addEventListener(touch, keepTouch, { passive: true });
  return home;
}

function keepTouch(event: Event): void {
  if ((event.target as Element).closest(MOVED_BY_TOUCH) !== null) event.stopPropagation();
}
