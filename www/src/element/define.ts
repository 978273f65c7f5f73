/** Makes `<popgrad-figure>` known to the page. */
import { defineElements } from "../elements/first.ts";
import { PopgradFigure } from "./figure.ts";

const NAME = "popgrad-figure";

/** Defines the element once a page, however many scripts ask for it: the first one draws all figures. */
export function defineFigure(): void {
  const first = customElements.get(NAME) as typeof PopgradFigure | undefined;
  if (first === undefined) {
    // Our own pages know the elements inside a figure already.
    if (customElements.get("popgrad-experiment") === undefined) defineElements();
    customElements.define(NAME, PopgradFigure);
  } else if (first.version !== PopgradFigure.version) first.meet(PopgradFigure.version);
}
