/** Steps that can be played are played to the end, made one by one and taken back. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";

inEachBrowser("steps are taken back, made, and played to the end", async ({ openAlive }) => {
  const page = await openAlive();
  const { back, made, began, ended, button } = await page.evaluate(play);
  assert.equal(back, made - 1);
  assert.equal(made, ended, "it stands at the end at first");
  assert.ok(began < ended, "playing begins anew at the end");
  assert.equal(button, "Play", "and stops there");
});

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
