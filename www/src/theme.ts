import { wearer } from "./link/settings.ts";

/** Which of the palettes is worn: paper's, the one of the settings, or the one that the system asks for. */
export type Theme = "light" | "dark" | "print";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const onPaper = matchMedia("print");

/** The palette of an element. */
export function currentTheme(element: Element): Theme {
  if (onPaper.matches) return "print";
  const wanted = wearer(element).dataset["theme"];
  if (wanted === "light" || wanted === "dark") return wanted;
  return prefersDark.matches ? "dark" : "light";
}

/** Gives the pictures that are files the theme of the settings that `root` wears, where they ask for one. */
export function dressPictures(root = document.documentElement): void {
  const wanted = root.dataset["theme"];
  if (wanted === undefined) return;
  for (const dark of root.querySelectorAll<HTMLSourceElement>("picture source")) {
    dark.media = wanted === "dark" ? "screen" : "not all";
  }
}

/** Calls back when the theme changes, until it is told to end. */
export function onThemeChange(changed: () => void, end: AbortSignal): void {
  for (const query of [prefersDark, onPaper]) {
    query.addEventListener("change", changed, { signal: end });
  }
}
