/** Which of the two palettes the page wears: a forced theme, else what the system asks for. */
export type Theme = "light" | "dark";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

export function currentTheme(): Theme {
  const forced = document.documentElement.dataset["theme"];
  if (forced === "light" || forced === "dark") return forced;
  return prefersDark.matches ? "dark" : "light";
}

/** Calls back when the theme changes; returns what ends it. */
export function onThemeChange(changed: () => void): () => void {
  prefersDark.addEventListener("change", changed);
  return () => prefersDark.removeEventListener("change", changed);
}
