/** The controls behind "more" of an experiment that is not on the first screen: fetched when it has come alive. */

/** Puts them where they belong; they join the experiment around them by themselves. */
export async function fetchFurtherControls(experiment: Element): Promise<void> {
  const place = experiment.querySelector<HTMLElement>("details.more[data-from]");
  const address = place?.dataset["from"];
  if (!place || address === undefined) return;
  delete place.dataset["from"];
  const response = await fetch(address);
  if (!response.ok) throw new Error(`“More” has not come: the server answered ${response.status}`);
  place.insertAdjacentHTML("beforeend", await response.text());
}
