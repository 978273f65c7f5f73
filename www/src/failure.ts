/** What the reader is told when the figures cannot come alive: the static page stays as it is. */
export function stillness(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `The figures stay still: this browser did not start the engine (${reason}). Everything else on this page works.`,
  );
}
