/** What a figure is made of before it is alive, from inside this script. */
import markup from "popgrad-inside/figures.gz";
import { unpacked } from "../files/unpacked.ts";

let figures: Promise<Readonly<Record<string, string>>> | undefined;

/** The element `popgrad-experiment` around a figure. */
export async function markupOf(figure: string): Promise<Element> {
  figures ??= unpacked(markup).json();
  const page = new DOMParser().parseFromString((await figures)[figure] ?? "", "text/html");
  const experiment = page.querySelector("popgrad-experiment");
  if (experiment === null) throw new Error(`This script holds no figure “${figure}”.`);
  return document.adoptNode(experiment);
}
