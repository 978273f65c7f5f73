/** Which of the palettes the page wears: the one that the system asks for, or that of paper. */
export type Theme = "light" | "dark" | "print";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const onPaper = matchMedia("print");

export function currentTheme(): Theme {
  if (onPaper.matches) return "print";
  return prefersDark.matches ? "dark" : "light";
}

/** Calls back when the theme changes, until it is told to end. */
export function onThemeChange(changed: () => void, end: AbortSignal): void {
  for (const query of [prefersDark, onPaper]) {
    query.addEventListener("change", changed, { signal: end });
  }
}
