/** The texts that the dialog "Use this figure" writes, from its own sources. */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** @typedef {import("../../src/share/forms.ts").Shared} Shared */

const { outputFiles } = buildSync({
  stdin: {
    contents: `export { FORMS } from "./forms.ts"; export { queryOf } from "./settings.ts";`,
    resolveDir: fileURLToPath(new URL("../../src/share", import.meta.url)),
    loader: "ts",
  },
  bundle: true,
  format: "esm",
  write: false,
});
const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
/** @type {typeof import("../../src/share/forms.ts") & typeof import("../../src/share/settings.ts")} */
const share = await import(`data:text/javascript;base64,${source}`);

export const { FORMS, queryOf } = share;

/**
 * What the dialog writes for a figure on a host of the tests: one that is set up and locked, with a title that
 * means something in HTML and in Markdown if it is not quoted.
 * @param {string} id of the form
 * @param {string} site the address of the host
 */
export function snippet(id, site) {
  const form = FORMS.find((one) => one.id === id);
  if (form === undefined) throw new Error(`the dialog has no form ${id}`);
  return form.text(shared(site));
}

/**
 * @param {string} site
 * @returns {Shared}
 */
export function shared(site) {
  const query = queryOf({
    values: STATE,
    locked: ["depth-decay.weight"],
    theme: "dark",
    asks: false,
  });
  return {
    title: 'Half of "all" [nets] < 3 & $x$ *y* `z` q_r_s',
    page: `${site}figure/depth-decay-layers.html${query}`,
    notebook: `${site}${query}#depth-decay`,
    picture: `${site}figure/depth-decay-layers.svg`,
    script: `${site}popgrad-figure.js`,
    experiment: "depth-decay",
    figure: "depth-decay-layers",
    version: "1.2.3",
    day: "2026-01-31",
    width: 700,
    height: 900,
  };
}

/** What the reader of the figure finds it set to. */
export const STATE = { "depth-decay.layers": "20" };
