/** Every kind of control, by real keys and a real pointer. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { EXPERIMENT, RANGE, shown, slider } from "./harness/experiment.mjs";

const FIELD = ".controls.main input.field";
const NOTICE = ".controls.main .notice";

/** Controls of kinds that the experiment has not, over its first parameter and its first choice. */
const FURTHER = {
  seed: `<label for="t-seed">Seed</label><span class="number-field"><input class="field" id="t-seed" disabled></span>
    <span class="notice"></span><button type="button" disabled>New random start</button>`,
  switch: '<label><input type="checkbox" role="switch" disabled> Switch</label>',
  number: "1",
};

inEachBrowser("a number is typed into the field beside its slider", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  const { maximum } = await slider(page);
  assert.deepEqual(await typed(page, "0,5"), { value: 0.5, words: "" });
  assert.deepEqual(await typed(page, "2e-1"), { value: 0.2, words: "" });
  const large = await typed(page, "99");
  assert.deepEqual(large, { value: maximum, words: `the largest is ${maximum}` });
  assert.deepEqual(await typed(page, "−7"), { value: 0, words: "the smallest is 0" });
  assert.match((await typed(page, "many")).words, /“many” is not a number/);
  assert.deepEqual(await typed(page, "0.501"), { value: 0.5, words: "the nearest is 0.5" });
  await focus(page, FIELD);
  await page.type("0.9");
  await page.press("Escape");
  assert.equal((await shown(page)).value, 0.5, "Escape takes nothing");
  await typed(page, String(start.value));
  assert.deepEqual(await shown(page), start);
});

inEachBrowser("Shift makes a key fine", async ({ openAlive }) => {
  const page = await openAlive();
  await slider(page);
  await page.press("Home");
  await page.press("ArrowRight");
  const coarse = (await shown(page)).value;
  await page.press("Home");
  await page.press("Shift+ArrowRight");
  const fine = (await shown(page)).value;
  assert.ok(fine > 0 && fine <= coarse, `${fine} and ${coarse}`);
  await page.press("PageUp");
  assert.ok((await shown(page)).value > 5 * coarse);
});

inEachBrowser("an option is chosen by a key", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  await focus(page, ".controls popgrad-choice input");
  await page.press("ArrowRight");
  assert.notEqual((await shown(page)).pixels, start.pixels);
  await page.press("ArrowLeft");
  assert.deepEqual(await shown(page), start);
});

inEachBrowser("on a phone many options are a list", async ({ openAlive }) => {
  const page = await openAlive({ width: 360, height: 740 });
  const seen = await page.evaluate(() => {
    const many = [...document.querySelectorAll(".options.many")];
    const unfolded = many.filter((one) => one.closest("details:not([open])") === null);
    return unfolded.map((one) => [
      one.querySelector("select")?.checkVisibility(),
      one.querySelector("input")?.checkVisibility(),
    ]);
  });
  assert.ok(seen.length > 0);
  for (const one of seen) assert.deepEqual(one, [true, false]);
});

inEachBrowser("what was moved goes back to the start", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await shown(page);
  const disabled = () =>
    page.evaluate((name) => {
      const button = document.querySelector(name)?.querySelector("button.reset");
      return button?.hasAttribute("disabled");
    }, EXPERIMENT);
  assert.equal(await disabled(), true);
  await slider(page);
  await page.press("Home");
  await shown(page);
  assert.equal(await disabled(), false);
  await focus(page, "button.reset");
  await page.press("Enter");
  assert.deepEqual(await shown(page), start);
  await focus(page, FIELD);
  await shown(page);
  assert.equal(await disabled(), true);
});

inEachBrowser("a seed, a switch and a number in a sentence", async ({ openAlive }) => {
  const page = await openAlive();
  await addFurther(page);
  await shown(page);
  const least = await shown(page);

  await focus(page, "popgrad-switch input");
  await page.press("Space");
  const switched = await shown(page);
  assert.notEqual(switched.pixels, least.pixels, "the switch");
  await page.press("Space");
  assert.deepEqual(await shown(page), least);

  await focus(page, "popgrad-number .face");
  await page.press("Home");
  assert.equal((await shown(page)).value, 0);
  await page.press("PageUp");
  const leapt = (await shown(page)).value;
  assert.ok(leapt > 0.05, `${leapt}`);
  await page.press("Enter");
  await page.type("0.4");
  await page.press("Enter");
  assert.equal((await shown(page)).value, 0.4);
  const { x, y } = await middle(page, "popgrad-number .face");
  await page.drag({ x, y }, { x: x + 60, y });
  const dragged = (await shown(page)).value;
  assert.ok(dragged > 0.5 && dragged < 0.9, `${dragged}`);
  assert.equal(await text(page, "popgrad-number .face"), String(dragged));

  await focus(page, "popgrad-seed button");
  await page.press("Home");
  await page.press("Enter");
  const { value } = await shown(page);
  assert.notEqual(value, dragged, "the seed");
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("the result is said after a pause and not at every step", async ({ openAlive }) => {
  const page = await openAlive();
  await slider(page);
  const said = await page.evaluate(async (range) => {
    const region = document.querySelector(".result");
    let changes = 0;
    new MutationObserver(() => {
      changes += 1;
    }).observe(region ?? document.body, { childList: true, characterData: true, subtree: true });
    /** @type {HTMLInputElement | null} */
    const input = document.querySelector(range);
    if (!input) throw new Error("no slider");
    for (const value of ["0.9", "0.8", "0.7", "0.6"]) {
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const during = changes;
    await new Promise((resolve) => setTimeout(resolve, 900));
    return { during, after: changes, words: region?.textContent ?? "" };
  }, RANGE);
  assert.equal(said.during, 0);
  assert.equal(said.after, 1);
  assert.match(said.words, /\d/);
});

/**
 * Types into the field of the first slider and tells what came of it.
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} number
 */
async function typed(page, number) {
  await focus(page, FIELD);
  await page.type(number);
  await page.press("Enter");
  const { value } = await shown(page);
  return { value, words: await text(page, NOTICE) };
}

/**
 * Moves the focus to the first such element, which selects what stands in a field.
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} selector
 */
async function focus(page, selector) {
  await page.evaluate((wanted) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const element = document.querySelector(wanted);
    if (!(element instanceof HTMLElement)) throw new Error(`no ${wanted}`);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    element.focus();
  }, selector);
}

/**
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} selector
 */
function text(page, selector) {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", selector);
}

/**
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} selector
 */
function middle(page, selector) {
  return page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    if (!box) throw new Error(`no ${wanted}`);
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, selector);
}

/**
 * Puts the further controls into the first experiment, which finds them when it opens again.
 * @param {import("./harness/page.mjs").Page} page
 */
function addFurther(page) {
  return page.evaluate(
    async (name, kinds) => {
      const experiment = document.querySelector(name);
      const first = experiment?.querySelector(".controls.main [parameter]");
      const choice = experiment?.querySelector("popgrad-choice");
      const prose = experiment?.querySelector(".prose");
      const after = experiment?.nextSibling ?? null;
      const around = experiment?.parentElement;
      if (!experiment || !first || !choice || !prose || !around) throw new Error(`no ${name}`);
      for (const [kind, markup] of Object.entries(kinds)) {
        const element = document.createElement(`popgrad-${kind}`);
        const of = kind === "switch" ? choice : first;
        element.setAttribute("parameter", of.getAttribute("parameter") ?? "");
        element.innerHTML = markup;
        prose.prepend(element);
      }
      experiment.remove();
      around.insertBefore(experiment, after);
      await new Promise((resolve) => setTimeout(resolve, 500));
    },
    EXPERIMENT,
    FURTHER,
  );
}
