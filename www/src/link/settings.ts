/**
 * The settings of the page, which stand in the query of its address. Their table is made from the
 * experiments crate when the page is built.
 */

/** A setting that is one of some words, a whole number, or an ending or beginning of other keys. */
type Setting =
  | { readonly name: string; readonly kind: "word"; readonly values: readonly string[] }
  | { readonly name: string; readonly kind: "whole" | "ending" | "beginning" };

/** The table as JSON. */
declare const POPGRAD_SETTINGS: string;

const SETTINGS: readonly Setting[] = JSON.parse(POPGRAD_SETTINGS);

/** A control by the experiment and the parameter that it belongs to. */
const CONTROL = /^([a-z0-9-]+)\.([a-z0-9-]+)$/;

/** What an address says of the settings, and in words what it says wrongly. */
interface Read {
  readonly words: ReadonlyMap<string, string>;
  readonly hidden: readonly string[];
  readonly notices: readonly string[];
}

/** Whether a key is that of a setting: any word or number of the table. */
export function isSetting(key: string): boolean {
  return SETTINGS.some(({ name, kind }) => name === key && (kind === "word" || kind === "whole"));
}

/** The key of the code of a notebook's cells in the hash. */
export function codeKey(notebook: string): string {
  const setting = SETTINGS.find(({ kind }) => kind === "beginning");
  return `${setting?.name}.${notebook}`;
}

/** Reads the settings of a query. A setting that holds by itself is left out. */
export function readSettings(query: string): Read {
  const words = new Map<string, string>();
  const hidden: string[] = [];
  const notices: string[] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    const setting = SETTINGS.find((one) =>
      one.kind === "ending" ? key.endsWith(one.name) : key === one.name,
    );
    if (setting?.kind === "word") {
      if (!setting.values.includes(value)) notices.push(notOneOf(key, value, setting.values));
      else if (value !== setting.values[0]) words.set(key, value);
    } else if (setting?.kind === "ending" && value !== "false") {
      hidden.push(key.slice(0, -setting.name.length));
    }
  }
  return { words, hidden, notices };
}

/** Marks the page with the settings, so that its style sheet follows them from the first paint on. */
export function applySettings(root: HTMLElement, query: string): void {
  const { words, hidden } = readSettings(query);
  for (const [name, value] of words) root.dataset[name] = value;
  const rules = hidden.map(hiding).filter((rule) => rule !== "");
  if (rules.length > 0) addStyle(rules.join("\n"), root.getRootNode() as Document | ShadowRoot);
}

/** What wears the settings that hold for an element: the page, or the root of a figure in somebody else's page. */
export function wearer(element: Element): HTMLElement {
  return element.closest<HTMLElement>("[data-query]") ?? document.documentElement;
}

/** Whether an element is only read: nothing in it moves. */
export function isForReading(element: Element): boolean {
  return wearer(element).dataset["mode"] === "read";
}

/** Adds style rules in a way that a strict policy allows. */
export function addStyle(rules: string, to: Document | ShadowRoot = document): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  to.adoptedStyleSheets = [...to.adoptedStyleSheets, sheet];
  return sheet;
}

function hiding(control: string): string {
  const [, slug, parameter] = CONTROL.exec(control) ?? [];
  if (slug === undefined) return "";
  return `popgrad-experiment[slug="${slug}"] .controls [parameter="${parameter}"] { display: none }`;
}

function notOneOf(key: string, value: string, values: readonly string[]): string {
  return `${key} was “${value.slice(0, 20)}”; it is one of ${values.join(", ")}.`;
}
