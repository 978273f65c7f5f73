/** Steps that can be played are played to the end, made one by one and taken back. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, RANGE } from "./harness/experiment.mjs";

inEachBrowser("steps are taken back, made, and played to the end", async ({ openAlive }) => {
  const page = await openAlive();
  const { back, made, began, ended, button } = await page.evaluate(play);
  assert.equal(back, made - 1);
  assert.equal(made, ended, "it stands at the end at first");
  assert.ok(began < ended, "playing begins anew at the end");
  assert.equal(button, "Play", "and stops there");
});

inEachBrowser("a long run is played once a frame and stops at its end", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(addRun, EXPERIMENT);
  await page.press("Space");
  const run = await page.evaluate(untilTheEnd, RANGE);
  assert.ok(run.moves > 3, `it is seen on its way, ${run.moves} times`);
  assert.ok(run.moves <= run.frames, `${run.moves} moves in ${run.frames} frames`);
  assert.ok(run.addresses <= 5, `the address was written ${run.addresses} times`);
  assert.equal(run.entries, 1, "one way back leads over the whole run");
});

inEachBrowser("a long run follows the speed that is chosen", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(addRun, EXPERIMENT);
  const [slow, fast] = [
    await page.evaluate(reach, RANGE, "0.125"),
    await page.evaluate(reach, RANGE, "8"),
  ];
  assert.ok(slow > 0 && slow < fast / 4, `${slow} at the slow speed, ${fast} at the fast one`);
});

inEachBrowser(
  "where less motion is wanted a long run moves in few large steps",
  async ({ openAlive }) => {
    const page = await openAlive({ reducedMotion: true });
    await page.evaluate(addRun, EXPERIMENT);
    await page.press("Space");
    const { moves } = await page.evaluate(untilTheEnd, RANGE);
    assert.ok(moves >= 2 && moves <= 4, `${moves} moves`);
  },
  { only: ["Chromium"] },
);

inEachBrowser("a run begins again with the same start or with a new one", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(addRun, EXPERIMENT);
  const before = await page.evaluate(begin, RANGE, "step");
  assert.ok(before.step > 0, "one step was made");
  const same = await page.evaluate(begin, RANGE, "same");
  assert.deepEqual(same, { step: 0, seed: before.seed });
  const renewed = await page.evaluate(begin, RANGE, "new");
  assert.equal(renewed.step, 0);
  assert.notEqual(renewed.seed, before.seed);
});

/**
 * Runs in the page. Puts a player for a long run over the first slider of the experiment, which finds it when it
 * opens again, and counts what it does. The first field stands for a seed.
 * @param {string} name
 */
async function addRun(name) {
  const experiment = document.querySelector(name);
  const main = experiment?.querySelector(".controls.main");
  const after = experiment?.nextSibling ?? null;
  const around = experiment?.parentElement;
  const parameter = main?.querySelector("[parameter]")?.getAttribute("parameter");
  const seed = experiment?.querySelector("popgrad-field")?.getAttribute("parameter");
  if (!experiment || !main || !around || !parameter || !seed) throw new Error(`no ${name}`);
  const button = (/** @type {string} */ part) =>
    `<button class="${part}" disabled>${part}</button>`;
  const buttons = ["back", "play", "step"].map(button).join("");
  const speeds = ["0.125", "1", "8"].map(
    (speed) => `<option ${speed === "1" ? "selected" : ""}>${speed}`,
  );
  main.insertAdjacentHTML(
    "beforeend",
    `<popgrad-player class="run" parameter="${parameter}" pace="80">${buttons}<select disabled>${speeds.join("")}</select></popgrad-player>
     <popgrad-restart parameter="${parameter}" seed="${seed}">${["same", "new"].map(button).join("")}</popgrad-restart>`,
  );
  experiment.remove();
  around.insertBefore(experiment, after);
  /** @type {HTMLButtonElement | null} */
  const play = experiment.querySelector("button.play");
  while (play?.disabled) await new Promise((resolve) => requestAnimationFrame(resolve));
  /** @type {HTMLButtonElement | null} */
  const same = experiment.querySelector("button.same");
  same?.click();
  // Until its place stands in the address.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  play?.scrollIntoView({ block: "center", behavior: "instant" });
  play?.focus();
  const counts = { frames: 0, moves: 0, addresses: 0, entries: history.length };
  Object.assign(globalThis, { counts });
  const frame = () => {
    counts.frames += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  experiment.addEventListener("moved", () => {
    counts.moves += 1;
  });
  for (const write of /** @type {const} */ (["pushState", "replaceState"])) {
    const written = history[write].bind(history);
    history[write] = (...all) => {
      counts.addresses += 1;
      written(...all);
    };
  }
}

/**
 * Runs in the page, while the run is played.
 * @param {string} wanted the slider
 * @returns {Promise<{ frames: number, moves: number, addresses: number, entries: number }>}
 */
async function untilTheEnd(wanted) {
  /** @type {HTMLInputElement | null} */
  const range = document.querySelector(wanted);
  const button = document.querySelector(".run button.play");
  const patience = performance.now() + 30_000;
  const isOver = () => range?.value === range?.max && button?.textContent === "Play";
  while (!isOver()) {
    if (performance.now() > patience) throw new Error(`still at ${range?.value}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  // The address follows in a frame of its own.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const counts = Reflect.get(globalThis, "counts");
  return { ...counts, entries: history.length - counts.entries };
}

/**
 * Runs in the page: how far a part of a second leads at a speed.
 * @param {string} wanted the slider
 * @param {string} speed
 */
async function reach(wanted, speed) {
  /** @type {HTMLInputElement | null} */
  const range = document.querySelector(wanted);
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".run button.play");
  /** @type {HTMLButtonElement | null} */
  const same = document.querySelector("popgrad-restart .same");
  const player = button?.closest("popgrad-player")?.querySelector("select");
  if (!range || !button || !same || !player) throw new Error("no run");
  same.click();
  player.value = speed;
  player.dispatchEvent(new Event("input", { bubbles: true }));
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (button.textContent === "Pause") button.click();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return range.valueAsNumber;
}

/**
 * Runs in the page: presses a button and tells where the run and its seed then are.
 * @param {string} wanted the slider
 * @param {string} part the button's class
 */
async function begin(wanted, part) {
  /** @type {HTMLInputElement | null} */
  const range = document.querySelector(wanted);
  const restart = document.querySelector("popgrad-restart");
  const parameter = restart?.getAttribute("seed");
  /** @type {HTMLInputElement | null | undefined} */
  const seed = document.querySelector(`popgrad-field[parameter="${parameter}"] input`);
  /** @type {HTMLButtonElement | null | undefined} */
  const button = document.querySelector(`.run .${part}, popgrad-restart .${part}`);
  if (!range || !seed || !button) throw new Error(`no ${part}`);
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { step: range.valueAsNumber, seed: seed.value };
}

/** Runs in the page. */
async function play() {
  const player = document.querySelector("popgrad-player");
  const experiment = player?.closest("popgrad-experiment");
  const name = player?.getAttribute("parameter");
  /** @type {HTMLInputElement | null | undefined} */
  const range = experiment?.querySelector(`popgrad-slider[parameter="${name}"] input[type=range]`);
  if (!player || !range) throw new Error("nothing on this page can be played");
  /** @param {string} part */
  const button = (part) => {
    /** @type {HTMLButtonElement | null} */
    const found = player.querySelector(`button.${part}`);
    if (!found) throw new Error(`no button ${part}`);
    return found;
  };
  /** @param {() => boolean} isSo */
  const until = async (isSo) => {
    for (let tenths = 0; tenths < 200 && !isSo(); tenths += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (!isSo()) throw new Error(`still at ${range.value}`);
  };
  player.scrollIntoView();
  await until(() => !range.disabled && !button("back").disabled);
  const end = range.valueAsNumber;
  button("back").click();
  await until(() => range.valueAsNumber < end);
  const back = range.valueAsNumber;
  button("step").click();
  await until(() => range.valueAsNumber > back);
  const made = range.valueAsNumber;
  button("play").click();
  await until(() => range.valueAsNumber < end);
  const began = range.valueAsNumber;
  await until(() => range.valueAsNumber === end);
  return { back, made, began, ended: range.valueAsNumber, button: button("play").textContent };
}
