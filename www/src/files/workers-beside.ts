/** Workers from the page's own folder. */

/** Starts a worker from a script beside this one. */
export function startWorker(file: string): Worker {
  const address = new URL(file, import.meta.url).href;
  // A frame without an origin of its own starts module workers from texts, and from nothing else.
  const script = origin === "null" ? asText(`import ${JSON.stringify(address)};`) : address;
  return new Worker(script, { type: "module" });
}

function asText(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
