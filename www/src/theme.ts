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

/** Calls back when the theme changes, until it is told to end. */
export function onThemeChange(changed: () => void, end: AbortSignal): void {
  for (const query of [prefersDark, onPaper]) {
    query.addEventListener("change", changed, { signal: end });
  }
}
