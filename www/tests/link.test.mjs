/** The state of the page stands in its address, and the address leads back to the state. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, shown, slider } from "./harness/experiment.mjs";
import { runModule } from "./harness/module.mjs";

/** The first experiment and the parameter of its first slider. */
const SLUG = "gradient-shape";
const KEY = `${SLUG}.scale`;

inEachBrowser("a link leads to the state that it says", async ({ openAlive }) => {
  const page = await openAlive({ path: `#${SLUG}&${KEY}=0.5&v=1` });
  const { value, printed } = await shown(page);
  assert.equal(value, 0.5);
  assert.equal(printed, "0.5");
  await slider(page);
  await page.press("ArrowLeft");
  assert.notEqual((await shown(page)).value, 0.5);
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("the query fixes the start and the hash says the rest", async ({ openAlive }) => {
  const page = await openAlive({ path: `?${KEY}=0.5` });
  assert.equal((await shown(page)).value, 0.5);
  assert.equal(await hash(page), "");
});

inEachBrowser("a movement is one step of the way back", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  const steps = await page.evaluate(() => history.length);
  const { left, top, width, height } = await slider(page);
  const middle = top + height / 2;
  const thumb = left + 8 + (start.value / 1.2) * (width - 16);
  await page.drag({ x: thumb, y: middle }, { x: left + width / 4, y: middle });
  const moved = await shown(page);
  assert.notEqual(moved.value, start.value);
  assert.equal(await hash(page), `#${SLUG}&${KEY}=${moved.value}&v=1`);
  assert.equal(await page.evaluate(() => history.length), steps + 1);

  await page.evaluate(() => history.back());
  assert.deepEqual(await shown(page), start);
  assert.equal(await hash(page), "");
  await page.evaluate(() => history.forward());
  assert.deepEqual(await shown(page), moved);
});

inEachBrowser("what a link says wrongly is said to the reader", async ({ openAlive }) => {
  const page = await openAlive({ path: `?theme=blue#${SLUG}&${KEY}=99&unknown=1&v=1` });
  assert.equal((await shown(page)).value, 1.2);
  const said = await page.evaluate(() =>
    [".page-notice", ".link-notice"].map((place) => {
      const notice = document.querySelector(place);
      return notice?.checkVisibility() ? notice.textContent : "";
    }),
  );
  assert.deepEqual(said, [
    "theme was “blue”; it is one of auto, light, dark.",
    "Input scale was 99; the largest is 1.2.",
  ]);
});

inEachBrowser("the link to what is seen can be copied", async ({ openAlive, host }) => {
  const page = await openAlive({ path: `#${SLUG}&${KEY}=0.25&other.depth=3&v=1` });
  const expected = `${host.address}#${SLUG}&${KEY}=0.25&v=1`;
  const copied = await page.evaluate(async () => {
    /** @type {string[]} */
    const texts = [];
    const writeText = async (/** @type {string} */ text) => void texts.push(text);
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    document.querySelector(".copy-link")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return [...texts, document.querySelector(".copied")?.textContent];
  });
  assert.deepEqual(copied, [expected, "Link copied"]);
  const shownText = await page.evaluate(async () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    document.querySelector(".copy-link")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const field = /** @type {HTMLInputElement} */ (document.activeElement);
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  });
  assert.equal(shownText, expected);
});

inEachBrowser("a link inside the page keeps what was moved", async ({ openAlive }) => {
  const page = await openAlive({ path: `#other&${KEY}=0.25&v=1` });
  await page.evaluate((slug) => {
    const anchor = document.createElement("a");
    anchor.href = `#${slug}`;
    document.body.prepend(anchor);
    anchor.click();
  }, SLUG);
  assert.equal(await hash(page), `#${SLUG}&${KEY}=0.25&v=1`);
  assert.equal((await shown(page)).value, 0.25);
});

inEachBrowser("the theme of the address colours page and figures", async ({ openAlive }) => {
  const look = async (/** @type {string} */ path) => {
    const page = await openAlive({ path });
    const ground = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    return { ground, pixels: (await shown(page)).pixels };
  };
  const [byItself, light, dark] = await Promise.all(["", "?theme=light", "?theme=dark"].map(look));
  assert.deepEqual(light, byItself);
  assert.notEqual(dark?.ground, light?.ground);
  assert.notEqual(dark?.pixels, light?.pixels);
});

inEachBrowser("the settings of the address show and hide parts of the page", async (bench) => {
  const seen = async (/** @type {string} */ path) => {
    const page = await bench.open({ path });
    const parts = await page.evaluate(async (experiment) => {
      while (document.documentElement.dataset["engine"] !== "ready") {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const visible = (/** @type {string} */ one) =>
        [...document.querySelectorAll(one)].filter((part) => part.checkVisibility()).length;
      return {
        experiments: visible(experiment),
        masthead: visible(".masthead"),
        controls: visible(".controls"),
        slider: visible(`${experiment}:first-of-type .controls [parameter="scale"]`),
        code: visible(".code"),
        predict: document.documentElement.dataset["predict"] ?? "",
      };
    }, EXPERIMENT);
    await page.close();
    return parts;
  };
  const all = await seen("");
  assert.ok(all.masthead === 1 && all.controls > 0 && all.code > 0, JSON.stringify(all));
  assert.deepEqual(await seen("?mode=read"), { ...all, controls: 0, slider: 0 });
  const embedded = await seen(`?embed=true#${SLUG}`);
  assert.deepEqual([embedded.experiments, embedded.masthead], [1, 0]);
  assert.deepEqual(await seen(`?${KEY}_hide=true`), { ...all, slider: 0 });
  assert.deepEqual(await seen("?cells=false&predict=false"), { ...all, code: 0, predict: "false" });
});

inEachBrowser("links show the same data to the bit as they do natively", async ({ openAlive }) => {
  const sums = await runModule(await openAlive(), "link-sums.mjs");
  const { links, wrong } = /** @type {{ links: number, wrong: string[] }} */ (sums);
  assert.ok(links >= 4, `${links}`);
  assert.deepEqual(wrong, []);
});

/**
 * The address follows a frame after the release.
 * @param {import("./harness/page.mjs").Page} page
 */
function hash(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return location.hash;
  });
}
