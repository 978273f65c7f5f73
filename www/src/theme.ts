/** Which of the two palettes the page wears: the one that the system asks for. */
export type Theme = "light" | "dark";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

export function currentTheme(): Theme {
  return prefersDark.matches ? "dark" : "light";
}

/** Calls back when the theme changes, until it is told to end. */
export function onThemeChange(changed: () => void, end: AbortSignal): void {
  prefersDark.addEventListener("change", changed, { signal: end });
}
