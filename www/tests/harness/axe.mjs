/** What axe finds on a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * The rules that a page, or a part of it, breaks.
 * @param {import("./page.mjs").Page} page
 * @param {string} [part] a selector
 */
export function violations(page, part = "html") {
  return page.evaluate(find, axe, part);
}

/**
 * Runs in the page; the driver's own evaluation is free of the page's policy.
 * @param {string} source of axe
 * @param {string} part
 */
async function find(source, part) {
  // biome-ignore lint/security/noGlobalEval: the source is axe's, from its package
  globalThis.eval(source);
  const { run } = Reflect.get(globalThis, "axe");
  /** @type {import("axe-core").AxeResults} */
  const results = await run(part);
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => node.html.slice(0, 200)),
  }));
}
