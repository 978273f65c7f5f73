/** Workers from the page's own folder. */

/** Starts a worker from a script beside this one. */
export function startWorker(file: string): Worker {
  const address = new URL(file, import.meta.url).href;
  // A frame without an origin of its own starts workers from what it has made itself, and from nothing else.
  const script = origin === "null" ? madeHere(`import ${JSON.stringify(address)};`) : address;
  return new Worker(script, { type: "module" });
}

function madeHere(source: string): string {
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}
