/**
 * Runs the module named in this one's address with the full engine that the page has started, and
 * tells the result, or the error, by an event.
 */
const first =
  document
    .querySelector('link[rel="modulepreload"][href$="/popgrad-web-first.js"]')
    ?.getAttribute("href") ?? "";
const glue = first.replace("popgrad-web-first.js", "popgrad-web.js");
const file = new URL(import.meta.url).searchParams.get("module");

/** @returns {Promise<unknown>} */
async function result() {
  while (performance.getEntriesByName("full-engine").length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const engine = await import(new URL(glue, document.baseURI).href);
  const { run } = await import(`./${file}`);
  return run(engine);
}

const detail = await result().catch((error) => ({ error: String(error) }));
dispatchEvent(new CustomEvent("test-result", { detail }));
