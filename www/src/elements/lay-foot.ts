/** What stands below a figure of the page comes with the rest of its code. */
import { isEmbedded } from "../link/embed.ts";
import { footOf } from "./figure-foot.ts";

/** Fills the place that the page keeps below a figure. In somebody else's page a figure is in use already. */
export function layFoot(figure: Element): void {
  const place = figure.querySelector(".foot:empty");
  if (place === null) return;
  place.innerHTML = footOf("figure", isEmbedded(figure) ? [] : [["use", "Use this figure"]]);
}
