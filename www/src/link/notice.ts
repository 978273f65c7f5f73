/** Says below an experiment what of a link or of other settings could not be taken, until the next movement. */
export function say(experiment: Element, notices: readonly string[]): void {
  const place = experiment.querySelector<HTMLElement>(".link-notice");
  if (place === null) return;
  place.textContent = notices.join(" ");
  place.hidden = notices.length === 0;
}
