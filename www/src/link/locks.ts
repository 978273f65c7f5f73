/** What a teacher has locked: the parameters whose controls the settings hide are not moved in another way either. */
import { query } from "./query.ts";
import { readSettings } from "./settings.ts";

/** The ids of the locked parameters of the experiment around an element. */
export function lockedAround(element: Element): ReadonlySet<string> {
  const slug = element.closest("popgrad-experiment")?.getAttribute("slug");
  const { hidden } = readSettings(query(element));
  const here = hidden.filter((key) => key.startsWith(`${slug}.`));
  return new Set(here.map((key) => key.slice(`${slug}.`.length)));
}
