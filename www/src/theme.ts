/** Which of the palettes the page wears: paper's, the one of the address, or the one that the system asks for. */
export type Theme = "light" | "dark" | "print";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const onPaper = matchMedia("print");

export function currentTheme(): Theme {
  if (onPaper.matches) return "print";
  const wanted = document.documentElement.dataset["theme"];
  if (wanted === "light" || wanted === "dark") return wanted;
  return prefersDark.matches ? "dark" : "light";
}

/** Gives the pictures that are files the theme of the address, where it asks for one. */
export function dressPictures(): void {
  const wanted = document.documentElement.dataset["theme"];
  if (wanted === undefined) return;
  for (const dark of document.querySelectorAll<HTMLSourceElement>("picture source")) {
    dark.media = wanted === "dark" ? "screen" : "not all";
  }
}

/** Calls back when the theme changes, until it is told to end. */
export function onThemeChange(changed: () => void, end: AbortSignal): void {
  for (const query of [prefersDark, onPaper]) {
    query.addEventListener("change", changed, { signal: end });
  }
}
