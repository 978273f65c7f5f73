/** What the reader is told when figures are not alive: the still pictures of the page stand in for them. */

export function stillness(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `The figures stay still: this browser did not start the engine (${reason}). Everything else on this page works.`,
  );
}

/** Says when the browser takes a canvas away, and takes it back when the canvas returns. */
export function watchCanvases(within: EventTarget = document): void {
  // These events do not bubble: they are caught on their way down.
  within.addEventListener("contextlost", ({ target }) => tell(target, LOST), true);
  within.addEventListener("contextrestored", ({ target }) => tell(target, ""), true);
}

const LOST =
  "The browser took the canvas of this figure away: until it returns, the still picture shows the start.";

function tell(canvas: EventTarget | null, sentence: string): void {
  const experiment = canvas instanceof Element ? canvas.closest("popgrad-experiment") : null;
  const notice = experiment?.querySelector<HTMLElement>(".engine-notice");
  if (notice) say(notice, sentence);
}

function say(notice: HTMLElement, sentence: string): void {
  notice.textContent = sentence;
  notice.hidden = sentence === "";
}
