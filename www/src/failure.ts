/** What the reader is told when the figures cannot come alive: the static page stays as it is. */
export function announceFailure(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  document.documentElement.dataset["engine"] = "failed";
  for (const notice of document.querySelectorAll<HTMLElement>(".engine-notice")) {
    notice.textContent = `The figures stay still: this browser did not start the engine (${reason}). Everything else on this page works.`;
    notice.hidden = false;
  }
}
