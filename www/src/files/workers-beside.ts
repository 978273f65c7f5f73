/** Workers from the page's own folder. */

/** Starts a worker from a script beside this one. */
export function startWorker(file: string): Worker {
  const { href, origin: home } = new URL(file, import.meta.url);
  // A page starts workers from its own site or from texts, and a frame without an origin from texts alone.
  const script = origin === home ? href : asText(`import ${JSON.stringify(href)};`);
  return new Worker(script, { type: "module" });
}

function asText(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
