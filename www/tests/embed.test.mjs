/** Figures in somebody else's page: one for each figure and each experiment, in frames of every kind. */
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { focusWithin, untilDrawn, within } from "./harness/frame.mjs";
import { DIST, startHost } from "./harness/server.mjs";

/** @typedef {import("./harness/page.mjs").Page} Page */

const HOST_PAGE = "__test__/host-page.html";
const FIGURE = "../figure/reduction-bottleneck-stability.html";

inEachBrowser(
  "an embedded figure tells how high it is, what it shows and what is moved",
  async ({ open }) => {
    const page = await open({ path: HOST_PAGE });
    await embed(page, FIGURE);
    const ready = await heard(page, { type: "popgrad:ready" });
    assert.deepEqual(ready, {
      type: "popgrad:ready",
      experiment: "reduction-bottleneck",
      state: {},
    });
    const { height } = await heard(page, { type: "popgrad:resize" });
    const frame = await heard(page, { subject: "lti.frameResize" });
    assert.deepEqual([frame.height, typeof frame.message_id], [height, "string"]);
    assert.equal(await page.evaluate(untilItFits), "");

    await focusWithin(page, "popgrad-slider[parameter=size] input[type=range]");
    await page.press("Home");
    const { state } = await heard(page, { type: "popgrad:change" });
    assert.deepEqual(state, { "reduction-bottleneck.size": "1" });
  },
);

inEachBrowser("a host reads and sets the state of a figure", async ({ open }) => {
  const page = await open({ path: HOST_PAGE });
  const moved = "#reduction-bottleneck&reduction-bottleneck.size=4";
  await embed(page, `${FIGURE}?reduction-bottleneck.step=1${moved}`);
  const { state } = await heard(page, { type: "popgrad:ready" });
  assert.deepEqual(state, { "reduction-bottleneck.size": "4" });
  await say(page, { type: "popgrad:setState", state: { "reduction-bottleneck.size": 32 } });
  const set = await heard(page, { type: "popgrad:state" });
  assert.deepEqual(set.state, { "reduction-bottleneck.size": "32" });
  assert.deepEqual(set.notices, []);
  const field = "popgrad-slider[parameter=size] input.field";
  assert.equal(await within(page, field, "value"), "32");
  assert.equal(await within(page, "popgrad-slider[parameter=step] input.field", "value"), "1");

  await say(page, { type: "popgrad:setState", state: { "reduction-bottleneck.size": 1e9 } });
  const clamped = await heard(page, { type: "popgrad:state" });
  assert.match(clamped.notices.join(" "), /256/);
  await say(page, { type: "popgrad:setState", state: { "reduction-bottleneck.sise": 3 } });
  const unknown = await heard(page, { type: "popgrad:state" });
  assert.match(unknown.notices.join(" "), /sise is no parameter.*reduction-bottleneck\.size/);
  await say(page, { type: "popgrad:setState", state: { "reduction-bottleneck.size": 1e9 } });
  await heard(page, { type: "popgrad:state" });
  for (const nonsense of [null, "size=3", [1], { "reduction-bottleneck.size": {} }]) {
    await say(page, { type: "popgrad:setState", state: nonsense });
    const { message } = await heard(page, { type: "popgrad:error" });
    assert.match(message, / was .*; it is /);
  }
  await say(page, { type: "popgrad:getState" });
  assert.deepEqual((await heard(page, { type: "popgrad:state" })).state, clamped.state);
});

inEachBrowser("an answer is told, and scored where the host keeps scores", async ({ open }) => {
  const page = await open({ path: HOST_PAGE });
  await embed(page, "../figure/depth-decay-layers.html");
  const asked = await heard(page, { subject: "SPLICE.getState" });
  await say(page, {
    subject: "SPLICE.getState.response",
    message_id: asked.message_id,
    state: { "depth-decay.layers": "9" },
  });
  const kept = await heard(page, { type: "popgrad:state" });
  assert.deepEqual(kept.state, { "depth-decay.layers": "9" });
  await focusWithin(page, "popgrad-prediction button[value=commit]");
  await page.press("Enter");
  const told = await heard(page, { type: "popgrad:answer" });
  assert.equal(told.answer, 50);
  assert.ok(told.question.length > 10 && told.verdict.length > 10);
  const report = await heard(page, { subject: "SPLICE.reportScoreAndState", score: 1 });
  assert.deepEqual(report.state, { ...kept.state, answered: "true" });
  assert.match(report.activity_id, /depth-decay-layers\.html$/);
});

inEachBrowser("who has answered keeps the score on coming back", async ({ open }) => {
  const page = await open({ path: HOST_PAGE });
  await embed(page, "../figure/depth-decay-layers.html");
  const asked = await heard(page, { subject: "SPLICE.getState" });
  const state = { "depth-decay.layers": "9", answered: "true" };
  await say(page, { subject: "SPLICE.getState.response", message_id: asked.message_id, state });
  await heard(page, { type: "popgrad:state" });
  await focusWithin(page, "popgrad-slider[parameter=layers] input[type=range]");
  await page.press("Home");
  const report = await heard(page, { subject: "SPLICE.reportScoreAndState" });
  assert.deepEqual([report.score, report.state.answered], [1, "true"]);
});

inEachBrowser(
  "a hidden figure says and fetches nothing until it is shown",
  async ({ open, host }) => {
    const page = await open({ path: HOST_PAGE });
    await embed(page, FIGURE, { hidden: "" });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "received")), []);
    assert.ok(host.requests.some((path) => path.endsWith("embed.js")));
    assert.ok(!host.requests.some((path) => path.endsWith(".wasm")));
    await page.evaluate(() => document.querySelector("iframe")?.removeAttribute("hidden"));
    await heard(page, { type: "popgrad:ready" });
    const { height } = await heard(page, { type: "popgrad:resize" });
    assert.ok(height > 100);
  },
);

inEachBrowser(
  "a figure from another site is alive in a sandboxed frame",
  async ({ open }) => {
    const elsewhere = await startHost({ isOpen: true });
    const course = await startHost({ isOpen: true });
    try {
      const page = await open({ path: HOST_PAGE, at: course.address });
      const address = `${elsewhere.address}figure/xor-net.html`;
      for (const attributes of [{}, { sandbox: "allow-scripts" }]) {
        await embed(page, address, /** @type {Record<string, string>} */ (attributes));
        await heard(page, { type: "popgrad:ready" });
        await heard(page, { type: "popgrad:resize" });
        await say(page, { type: "popgrad:setState", state: { "xor.step": 10 } });
        const { state } = await heard(page, { type: "popgrad:state" });
        assert.deepEqual(state, { "xor.step": "10" });
      }
      assert.deepEqual(
        (await page.consoleMessages()).filter((message) => !message.startsWith("warn")),
        [],
      );
    } finally {
      await Promise.all([elsewhere.close(), course.close()]);
    }
  },
  { only: ["Chromium", "Firefox"] },
);

inEachBrowser(
  "every figure and every experiment comes alive on a page of its own",
  async ({ open, host }) => {
    const page = await open({ path: HOST_PAGE });
    let figures = 0;
    for (const folder of ["figure", "experiment"]) {
      const files = await readdir(join(DIST, folder));
      for (const name of files.filter((file) => file.endsWith(".html"))) {
        await embed(page, `../${folder}/${name}`);
        await heard(page, { type: "popgrad:ready" });
        const drawn = await untilDrawn(page, name);
        assert.ok(drawn.enabled > 0 || /digits/.test(name), `${name} can be moved`);
        if (folder === "figure") figures += 1;
      }
    }
    assert.ok(figures >= 11, `${figures} figures`);
    assert.deepEqual(host.missing, []);
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { only: ["Chromium"], patience: 240_000 },
);

inEachBrowser(
  "axe finds nothing on a figure's and on an experiment's page",
  async ({ open }) => {
    for (const path of ["figure/depth-decay-layers.html", "experiment/xor.html"]) {
      for (const theme of /** @type {const} */ (["light", "dark"])) {
        const page = await open({ path, theme });
        await page.evaluate(untilReady);
        assert.deepEqual(await violations(page), []);
        await page.close();
      }
    }
  },
  { only: ["Chromium"] },
);

/**
 * @param {Page} page
 * @param {string} address
 * @param {Record<string, string>} [attributes]
 */
function embed(page, address, attributes = {}) {
  return page.evaluate(
    (where, what) => Reflect.get(globalThis, "embed")(where, what),
    address,
    attributes,
  );
}

/**
 * @param {Page} page
 * @param {Record<string, unknown>} wanted
 */
function heard(page, wanted) {
  return page.evaluate((message) => Reflect.get(globalThis, "heard")(message), wanted);
}

/**
 * @param {Page} page
 * @param {unknown} message
 */
function say(page, message) {
  return page.evaluate((words) => Reflect.get(globalThis, "say")(words), message);
}

/**
 * Runs in the page: gives the frame the height that it asks for until nothing of it is left to be scrolled and nothing
 * is left over, as a course page does. Returns what is wrong after five seconds.
 */
async function untilItFits() {
  const patience = performance.now() + 5_000;
  let wrong = "there is no frame";
  for (let calm = 0; calm < 20 && performance.now() < patience; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const frame = document.querySelector("iframe");
    const inside = frame?.contentDocument?.documentElement;
    const sizes = Reflect.get(globalThis, "received").filter(
      (/** @type {{ type?: string }} */ { type }) => type === "popgrad:resize",
    );
    if (!frame || !inside || sizes.length === 0) continue;
    frame.height = String(sizes.at(-1).height);
    const [content, room] = [inside.scrollHeight, inside.clientHeight];
    const over = room - Math.ceil(inside.getBoundingClientRect().height);
    wrong = content === room && over === 0 ? "" : `${content} in ${room}, ${over} left over`;
    calm = wrong === "" ? calm + 1 : 0;
  }
  return wrong;
}

/** Runs in an embedded page opened by itself. */
async function untilReady() {
  const patience = performance.now() + 20_000;
  while (document.querySelector("popgrad-panel[data-alive] .marks") === null) {
    if (performance.now() > patience) throw new Error("nothing is drawn");
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
