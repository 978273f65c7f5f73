/** What the tests look at in an experiment. The functions given to `evaluate` run in the page. */

import { isDeepStrictEqual } from "node:util";

/** The experiment that the tests play with. */
export const EXPERIMENT = "popgrad-experiment";

/** Its first slider, and the field beside it. */
export const RANGE = ".controls popgrad-slider input[type=range]";
const FIELD = ".controls popgrad-slider input.field";

/**
 * What an experiment shows once it has come to rest.
 * @typedef {object} Shown
 * @property {number} value of the first slider
 * @property {string} printed the number beside it
 * @property {string | null} spoken the number for those who listen
 * @property {string} numbers the text of the table of the figure's numbers
 * @property {number} pixels a hash of the canvas
 */

/**
 * @param {import("./page.mjs").Page} page
 * @returns {Promise<Shown>}
 */
export async function shown(page) {
  const selectors = { name: EXPERIMENT, range: RANGE, field: FIELD };
  let earlier = await page.evaluate(read, selectors);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const later = await page.evaluate(read, selectors);
    if (isDeepStrictEqual(earlier, later)) return later;
    earlier = later;
  }
  throw new Error("the picture or its numbers do not come to rest");
}

/**
 * Runs in the page. The tables are written when they are opened, and follow the picture after a pause, which is
 * waited for.
 * @param {{ name: string, range: string, field: string }} selectors
 */
async function read({ name, range, field }) {
  const experiment = document.querySelector(name);
  /** @type {HTMLInputElement | null | undefined} */
  const input = experiment?.querySelector(range);
  /** @type {HTMLInputElement | null | undefined} */
  const number = experiment?.querySelector(field);
  const canvas = experiment?.querySelector("canvas");
  if (!experiment || !input || !number || !canvas) throw new Error(`${name} is not alive`);
  for (const details of experiment.querySelectorAll("details"))
    details.open ||= details.matches(".data");
  await new Promise((resolve) => setTimeout(resolve, 300));
  // A copy is read, since reading the page's own canvas would change how the browser keeps it.
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser draws no canvas");
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  let pixels = 7;
  for (const byte of data) pixels = (Math.imul(pixels, 31) + byte) | 0;
  return {
    value: input.valueAsNumber,
    printed: number.value,
    spoken: input.getAttribute("aria-valuetext"),
    numbers: [...experiment.querySelectorAll("table")].map((one) => one.textContent).join("\n"),
    pixels,
  };
}

/**
 * Makes the first slider ready for keys and pointer, opens the tables of numbers, and tells the
 * slider's box and the ends of its range.
 * @param {import("./page.mjs").Page} page
 */
export function slider(page) {
  return page.evaluate(
    (name, wanted) => {
      const experiment = document.querySelector(name);
      /** @type {HTMLInputElement | null | undefined} */
      const input = experiment?.querySelector(wanted);
      if (!input) throw new Error(`${name} has no slider`);
      for (const details of experiment?.querySelectorAll("details") ?? []) details.open = true;
      input.scrollIntoView({ block: "center", behavior: "instant" });
      input.focus();
      const { left, top, width, height } = input.getBoundingClientRect();
      const range = { minimum: Number(input.min), maximum: Number(input.max) };
      return { left, top, width, height, ...range };
    },
    EXPERIMENT,
    RANGE,
  );
}
