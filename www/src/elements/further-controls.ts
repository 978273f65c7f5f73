/** The controls behind "more" of an experiment that is not on the first screen: fetched when it has come alive. */

/** Puts them where they belong; they join the experiment around them by themselves. */
export async function fetchFurtherControls(experiment: Element): Promise<void> {
  const places = experiment.querySelectorAll<HTMLElement>("details.more[data-from]");
  await Promise.all([...places].map(fetchInto));
}

async function fetchInto(place: HTMLElement): Promise<void> {
  const address = place.dataset["from"];
  if (address === undefined) return;
  delete place.dataset["from"];
  const response = await fetch(address);
  if (!response.ok) throw new Error(`“More” has not come: the server answered ${response.status}`);
  place.insertAdjacentHTML("beforeend", await response.text());
}
