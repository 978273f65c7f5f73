/** The link from an embedded figure to the notebook leads to what the reader sees now. */
import { hashOf, linkedAround } from "../link/linked.ts";

export function leadBack(experiment: HTMLElement): void {
  const link = experiment.querySelector<HTMLAnchorElement>("a.source");
  for (const about of ["pointerdown", "focus"]) {
    link?.addEventListener(about, () => {
      const open = linkedAround(experiment);
      const hash = open && hashOf(open, "");
      if (hash) link.hash = hash;
    });
  }
}
