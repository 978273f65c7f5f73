/** A word that wears the colour of its marks lights them up while it is pointed at, and they light it up. */
import type { PanelElement } from "./panel.ts";

const WORD = "[class^='word-']";

/** Listens on an experiment until it is told to end. */
export function lightWords(experiment: HTMLElement, end: AbortSignal): void {
  const pointed = ({ target }: Event) => {
    const here = target instanceof Element ? target : null;
    const word = here?.closest(WORD)?.className.slice("word-".length).split(" ")[0];
    const mark = here?.closest<HTMLElement>(".mark")?.dataset["role"];
    for (const figure of experiment.querySelectorAll<PanelElement>("popgrad-panel")) {
      figure.light(word);
    }
    for (const one of experiment.querySelectorAll(WORD)) {
      one.classList.toggle("lit", one.classList.contains(`word-${mark}`));
    }
  };
  const left = () => pointed(new Event("left"));
  experiment.addEventListener("pointerover", pointed, { signal: end });
  experiment.addEventListener("pointerleave", left, { signal: end });
}
