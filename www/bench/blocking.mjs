/**
 * Prints how long the built page is blocked at most while runs are played, scrubbed and computed, and how many frames a
 * second it shows meanwhile.
 */
import { loadavg } from "node:os";
import { chromium } from "../tests/harness/browsers/chromium.mjs";
import { DEFAULTS } from "../tests/harness/page.mjs";
import { startHost } from "../tests/harness/server.mjs";

/** The page is never blocked for longer, in milliseconds. */
const BUDGET = 16;

/** How long each experiment is watched, in milliseconds. */
const WATCHED = 4000;

const host = await startHost();
const page = await chromium.open(host.address, DEFAULTS);
try {
  const slugs = await page.evaluate(() =>
    [...document.querySelectorAll("popgrad-experiment")].map((one) => one.getAttribute("slug")),
  );
  process.stdout.write(`The longest block of the page; the budget is ${BUDGET} ms\n`);
  for (const slug of slugs) {
    for (const what of /** @type {const} */ (["played", "computed"])) {
      const seen = await page.evaluate(watch, slug ?? "", what, [WATCHED, BUDGET]);
      if (seen === undefined) continue;
      const { longest, late, frames } = seen;
      process.stdout.write(
        `${(slug ?? "").padEnd(24)} ${what.padEnd(9)} ${longest.toFixed(1).padStart(6)} ms longest, ` +
          `${String(late).padStart(3)} over the budget, ${frames.toFixed(0).padStart(3)} frames a second ` +
          `(load ${loadavg()[0]?.toFixed(1)})\n`,
      );
    }
  }
} finally {
  await page.close();
  await host.close();
}

/**
 * Runs in the page: plays the run of an experiment, or begins its long computations anew, and measures how long
 * a message to the page itself waits meanwhile. What the browser does for a frame is a block too.
 * @param {string} slug
 * @param {"played" | "computed"} what
 * @param {[time: number, budget: number]} howLong it is watched, and a block may be, in milliseconds
 */
async function watch(slug, what, [time, budget]) {
  const experiment = document.querySelector(`popgrad-experiment[slug="${slug}"]`);
  const pause = (/** @type {number} */ wait) => new Promise((resolve) => setTimeout(resolve, wait));
  const selector =
    what === "played" ? "popgrad-player button.play" : "popgrad-seed button, button.new";
  experiment?.scrollIntoView({ block: "start", behavior: "instant" });
  await pause(3000);
  const button = experiment?.querySelector(selector);
  const isLong = experiment?.querySelector(".computing") !== null;
  if (!(button instanceof HTMLButtonElement) || (what === "computed" && !isLong)) return undefined;
  button.closest("details")?.setAttribute("open", "");
  button.scrollIntoView({ block: "end", behavior: "instant" });
  await pause(1500);
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let late = 0;
  let frames = 0;
  const end = last + time;
  const done = new Promise((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      if (now - last > budget) late += 1;
      last = now;
      if (now < end) port2.postMessage(0);
      else resolve(undefined);
    };
  });
  const frame = () => {
    frames += 1;
    if (performance.now() < end) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  button.click();
  last = performance.now();
  port2.postMessage(0);
  await done;
  if (what === "played" && button.textContent === "Pause") button.click();
  return { longest, late, frames: (1000 * frames) / time };
}
