/** The graph of a cell: stepped through, by keys from node to node, with its bugs, folded, enlarged and moved. */
import assert from "node:assert/strict";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";

/** The cell of the experiment whose graph is x * x + x and its sum, and that of the reader's own. */
const SHARED = 'popgrad-cell[notebook="shared-subgraph"]';
const OWN = "#own popgrad-cell";

inEachBrowser("a cell's graph is stepped through and shows both bugs", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(opened, SHARED);
  const whole = await page.evaluate(seen, SHARED);
  assert.match(
    whole.spoken,
    /^Step (\d+) of \1, backward: .* part 3 of 3 of its gradient: \[1, 2, 3\]\.$/,
  );
  assert.deepEqual(whole.x, "x: value [1, 2, 3], gradient [3, 5, 7]");
  assert.ok(whole.words.includes("3 of 3 arrived"), whole.words);
  await page.evaluate(chosen, SHARED, "replace");
  assert.equal((await page.evaluate(seen, SHARED)).x, "x: value [1, 2, 3], gradient [1, 2, 3]");
  await page.evaluate(chosen, SHARED, "stale");
  assert.equal((await page.evaluate(seen, SHARED)).x, "x: value [1, 2, 3], gradient [6, 10, 14]");
  await page.evaluate(chosen, SHARED, "add");
  await page.evaluate(pressed, SHARED, "back");
  const before = await page.evaluate(seen, SHARED);
  assert.ok(before.words.includes("2 of 3 arrived"), before.words);
  await page.evaluate(focused, `${SHARED} popgrad-graph-view input[type=range]`);
  await page.press("Home");
  const first = await page.evaluate(seen, SHARED);
  assert.match(first.spoken, /^Step 0 of \d+: leaves alone have values\.$/);
  assert.ok(!first.words.includes("∇"), first.words);
  await page.press("ArrowRight");
  assert.match(
    (await page.evaluate(seen, SHARED)).spoken,
    /^Step 1 of \d+, forward: x · x = \[1, 4, 9\]\.$/,
  );
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("arrow keys lead from node to node along edges", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(opened, SHARED);
  await page.evaluate(focused, `${SHARED} popgrad-graph-view .mark[data-mark="node-1"]`);
  const path = [await page.evaluate(told, SHARED)];
  for (const key of /** @type {const} */ ([
    "ArrowDown",
    "ArrowDown",
    "ArrowDown",
    "ArrowUp",
    "Home",
  ])) {
    await page.press(key);
    path.push(await page.evaluate(told, SHARED));
  }
  const names = path.map(({ name }) => name.split(":")[0]?.split(" =")[0]);
  // In the column of an experiment layers follow each other downwards.
  assert.deepEqual(names, ["x", "x · x", "y", "z", "y", "x"]);
  assert.match(
    path[0]?.readout ?? "",
    /A leaf: .*\[1, 1, 1\] \+ \[1, 2, 3\] \+ \[1, 2, 3\] = \[3, 5, 7\]/,
  );
});

inEachBrowser("a deep graph is folded, moved and enlarged", async (bench) => {
  const page = await bench.openAlive();
  await page.evaluate(edit, OWN);
  await page.press("Control+End");
  await page.type("; h = [x]; [h.append(h[-1].tanh()) for i in range(300)]; graph(h[-1])");
  await page.press("Control+Enter");
  const folded = await page.evaluate(seen, OWN);
  assert.match(folded.words, /298 more layers/);
  const fold = `${OWN} popgrad-graph-view .mark.fold`;
  await page.evaluate(focused, fold);
  await page.press("Enter");
  const said = await page.evaluate(seen, OWN, folded.spoken);
  assert.match(said.spoken, /cannot be unfolded: it holds 298 nodes/);
  const boxes = [await page.evaluate(boxOf, fold)];
  await page.type("+");
  boxes.push(await page.evaluate(boxOf, fold));
  await page.press("Shift+ArrowRight");
  boxes.push(await page.evaluate(boxOf, fold));
  const [plain, larger, moved] = boxes;
  assert.ok(plain && larger && moved);
  assert.ok(Math.abs(larger.width / plain.width - 1.25) < 0.02, JSON.stringify(boxes));
  assert.ok(Math.abs(moved.x - larger.x + 60) < 2, JSON.stringify(boxes));
  await page.drag(middle(moved), { x: middle(moved).x + 40, y: middle(moved).y });
  const dragged = await page.evaluate(boxOf, fold);
  assert.ok(Math.abs(dragged.x - moved.x - 40) < 6, JSON.stringify(dragged));
  assert.deepEqual(await page.consoleMessages(), []);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  inEachBrowser(
    `axe finds nothing in a graph in the ${theme} theme, and it fits a phone`,
    async ({ openAlive }) => {
      const page = await openAlive({ theme, width: 360, height: 740 });
      await page.evaluate(opened, SHARED);
      await page.evaluate(seen, SHARED);
      assert.deepEqual(await violations(page, `${SHARED} popgrad-graph-view`), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `the page is ${wide} pixels wide`);
    },
    { only: ["Chromium"] },
  );
}

/** @param {{ x: number, y: number, width: number, height: number }} box */
function middle({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * Runs in the page: runs a cell and opens the graph of its backward pass.
 * @param {string} cell
 */
async function opened(cell) {
  const place = document.querySelector(cell);
  place?.closest("details")?.setAttribute("open", "");
  place?.querySelector("button.run")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const patience = performance.now() + 20_000;
  const details = () => place?.querySelector("details.graph");
  while (!details() && performance.now() < patience) await new Promise((go) => setTimeout(go, 50));
  details()?.setAttribute("open", "");
  while (!place?.querySelector("popgrad-graph-view[data-alive]") && performance.now() < patience) {
    await new Promise((go) => setTimeout(go, 50));
  }
  place?.querySelector("popgrad-graph-view")?.scrollIntoView({ behavior: "instant" });
}

/**
 * Runs in the page: opens the editor of a cell, with the focus in it.
 * @param {string} cell
 */
async function edit(cell) {
  const place = document.querySelector(cell);
  place?.querySelector("button.edit")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const patience = performance.now() + 20_000;
  const content = () => place?.querySelector(".editor")?.shadowRoot?.querySelector(".cm-content");
  while (!content() && performance.now() < patience) await new Promise((go) => setTimeout(go, 50));
  await new Promise((go) => setTimeout(go, 100));
  const field = content();
  if (field instanceof HTMLElement) field.focus();
}

/**
 * Runs in the page: what a graph shows, once an answer has come and it says something else than before.
 * @param {string} cell
 * @param {string} [before]
 */
async function seen(cell, before = "") {
  const view = () => document.querySelector(`${cell} popgrad-graph-view[data-alive]`);
  const spoken = () => view()?.querySelector(".moment")?.textContent ?? "";
  const patience = performance.now() + 20_000;
  await new Promise((go) => setTimeout(go, 300));
  while ((spoken() === "" || spoken() === before) && performance.now() < patience) {
    await new Promise((go) => setTimeout(go, 50));
  }
  view()?.scrollIntoView({ behavior: "instant" });
  const words = [...(view()?.querySelectorAll("svg text") ?? [])].map((one) => one.textContent);
  const x = view()?.querySelector('.mark[data-mark="node-1"]')?.getAttribute("aria-label");
  return { spoken: spoken(), words: words.join(" | "), x: x ?? "" };
}

/**
 * Runs in the page.
 * @param {string} cell
 * @param {string} rule
 */
function chosen(cell, rule) {
  const option = document.querySelector(`${cell} popgrad-graph-view input[value="${rule}"]`);
  if (!(option instanceof HTMLElement)) throw new Error(`no rule ${rule}`);
  option.click();
}

/**
 * Runs in the page.
 * @param {string} cell
 * @param {string} button
 */
function pressed(cell, button) {
  const found = document.querySelector(`${cell} popgrad-graph-view button.${button}`);
  if (!(found instanceof HTMLElement)) throw new Error(`no button ${button}`);
  found.click();
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function focused(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  found.focus();
}

/**
 * Runs in the page: the mark that has the focus, and what is told of it.
 * @param {string} cell
 */
function told(cell) {
  const name = document.activeElement?.getAttribute("aria-label") ?? "";
  const readout = document.querySelector(`${cell} popgrad-graph-view .readout`)?.textContent ?? "";
  return { name, readout };
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function boxOf(selector) {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 };
}
