/**
 * Runs the module named in this one's address with the engine that the page has started, and
 * tells the result, or the error, by an event.
 */
const glue = document.querySelector('link[rel="modulepreload"]')?.getAttribute("href") ?? "";
const file = new URL(import.meta.url).searchParams.get("module");

/** @returns {Promise<unknown>} */
async function result() {
  const engine = await import(new URL(glue, document.baseURI).href);
  const { run } = await import(`./${file}`);
  return run(engine);
}

const detail = await result().catch((error) => ({ error: String(error) }));
dispatchEvent(new CustomEvent("test-result", { detail }));
