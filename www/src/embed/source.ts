/** The link from an embedded figure to the notebook leads to what the reader sees now. */
import { linkedAround } from "../link/linked.ts";

export function leadBack(experiment: HTMLElement): void {
  const link = experiment.querySelector<HTMLAnchorElement>("a.source");
  for (const about of ["pointerdown", "focus"]) {
    link?.addEventListener(about, () => {
      // The notebook does not know the settings of this page.
      const hash = linkedAround(experiment)?.live?.experiment.hash("", "");
      if (hash) link.hash = hash;
    });
  }
}
