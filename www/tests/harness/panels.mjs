/** How long the page's script works when a slider moves, for each experiment. */

/** How many movements are measured. */
const MOVES = 200;

/** The budget of a movement in milliseconds, which the 95th percentile is to keep. */
export const BUDGET = 8;

/**
 * @typedef {object} Measured
 * @property {string} slug
 * @property {string} parameter of the experiment's first slider
 * @property {number} figures in view
 * @property {number} median in milliseconds
 * @property {number} p95 in milliseconds
 */

/**
 * Moves the first slider of every experiment on a page.
 * @param {import("./page.mjs").Page} page
 * @returns {Promise<Measured[]>}
 */
export async function measurePanels(page) {
  const slugs = await page.evaluate(() =>
    [...document.querySelectorAll("popgrad-experiment")].map((one) => one.getAttribute("slug")),
  );
  const measured = [];
  for (const slug of slugs) {
    const { times, ...what } = await page.evaluate(move, slug ?? "", MOVES);
    times.sort((one, other) => one - other);
    const at = (/** @type {number} */ share) => times[Math.floor(share * times.length)] ?? 0;
    measured.push({ slug: slug ?? "", ...what, median: at(0.5), p95: at(0.95) });
  }
  return measured;
}

/** @param {Measured} measured */
export function line({ slug, parameter, figures, median, p95 }) {
  const [middle, most] = [median, p95].map((time) => time.toFixed(1).padStart(7));
  return `${slug.padEnd(24)} ${parameter.padEnd(14)} ${figures} in view ${middle} ms median ${most} ms p95`;
}

/**
 * Runs in the page: times the event, the callbacks of the frame that it asks for, and the raster of
 * every canvas in view. Waiting for the frame is left out: its callbacks are called at once.
 * @param {string} slug
 * @param {number} moves
 */
async function move(slug, moves) {
  const experiment = document.querySelector(`popgrad-experiment[slug="${slug}"]`);
  experiment?.querySelector(".picture")?.scrollIntoView({ block: "start", behavior: "instant" });
  const patience = performance.now() + 20_000;
  while (!experiment?.querySelector("popgrad-panel[data-alive]")) {
    if (performance.now() > patience) throw new Error(`${slug} does not come alive`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  const slider = experiment.querySelector(".controls popgrad-slider");
  const input = slider?.querySelector("input[type=range]");
  if (!(input instanceof HTMLInputElement)) throw new Error(`${slug} has no slider`);
  const canvases = [...experiment.querySelectorAll("canvas")].filter((canvas) => {
    const box = canvas.getBoundingClientRect();
    return canvas.width > 0 && box.top < innerHeight && box.bottom > 0;
  });
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  /** @type {FrameRequestCallback[]} */
  const asked = [];
  const real = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => asked.push(callback);
  const times = [];
  for (let count = 0; count < moves; count += 1) {
    const place = ((count * 37) % moves) / (moves - 1);
    input.valueAsNumber = Number(input.min) + place * (Number(input.max) - Number(input.min));
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    for (const callback of asked.splice(0)) callback(start);
    for (const canvas of canvases) pixel?.drawImage(canvas, 0, 0, 1, 1);
    pixel?.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
    // The browser shows each movement before the next, as between a reader's.
    await new Promise((resolve) => real(resolve));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  window.requestAnimationFrame = real;
  const parameter = slider?.getAttribute("parameter") ?? "";
  return { parameter, figures: canvases.length, times };
}
