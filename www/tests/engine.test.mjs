/** The JavaScript class `PopulationNode`, on the engine of the live page. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { shown, slider } from "./harness/experiment.mjs";
import { runModule } from "./harness/module.mjs";

inEachBrowser("the seed's numbers come out bit for bit", async ({ openAlive }) => {
  const result = await runModule(await openAlive(), "golden.mjs");
  assert.deepEqual(result, { programs: 10, numbers: 104, wrong: [] });
});

inEachBrowser("bad input is an error that says what is wrong", async ({ openAlive }) => {
  const page = await openAlive();
  const { messages, afterwards, busy } = /** @type {BadInput} */ (
    await runModule(page, "bad-input.mjs")
  );
  const said = new Map(messages.map(({ name, message }) => [name, message]));
  for (const { name, isError, message } of messages) {
    assert.ok(isError, `${name}: ${message}`);
    assert.doesNotMatch(message, /unreachable|panic|RuntimeError/, name);
  }
  assertNames(said, "an empty list", ["PopulationNode", "empty", "[]"]);
  assertNames(said, "an empty list as the other", ["add", "empty", "[]"]);
  assertNames(said, "text", ["PopulationNode", "seven"]);
  assertNames(said, "text in a list", ["PopulationNode", "seven"]);
  const lengths = ["2", "3", "1.5, 2.5", "3.5, 4.5, 5.5"];
  assertNames(said, "lists of unequal length", ["add", ...lengths]);
  assertNames(said, "a list of another length", ["mul", ...lengths]);
  assertNames(said, "text as the other", ["div", "seven"]);
  assertNames(said, "another shape for a leaf", ["value: ", "1", "2"]);
  assertNames(said, "a value for a result", ["value: ", "tanh"]);
  assertNames(said, "a seed of another length", ["backpropWith: ", "1", "2"]);
  assertNames(said, "half a member", ["index: ", "0.5"]);
  assertNames(said, "text as an exponent", ["powf: ", '"2"']);
  assertNames(said, "a freed node", ["tanh: ", "freed"]);
  assertNames(said, "a freed node's value", ["value: ", "freed"]);
  assertNames(said, "a freed node as the other", ["add: ", "freed"]);
  assert.deepEqual(afterwards, [3, 5, 7], "the engine lives on");
  assert.deepEqual(busy, [1, 4, 9], "reading a list may run code that calls the engine");
  await assertPageLives(page);
});

inEachBrowser("every operation is a method of its name", async ({ openAlive }) => {
  const made = /** @type {[string, string][]} */ (
    await runModule(await openAlive(), "operations.mjs")
  );
  assert.ok(made.length >= 30, `${made.length} operations`);
  for (const [name, op] of made) assert.equal(op, name);
});

inEachBrowser("NaN and infinity are carried", async ({ openAlive }) => {
  assert.deepEqual(await runModule(await openAlive(), "not-finite.mjs"), {
    value: ["NaN", "Infinity", "-Infinity", "2"],
    tanh: ["NaN", "1", "-1", "0.9640275800758169"],
    gradient: ["NaN", "0", "0"],
    product: ["NaN", "NaN", "NaN", "0"],
    printed:
      "[NODE] op=leaf, value=[nan, inf, -inf, 2.0], grad=[nan, 0.0, 0.0, 0.07065082485316443] | <-- Parents=[]",
  });
});

/** @typedef {{ messages: { name: string, isError: boolean, message: string }[], afterwards: number[], busy: number[] }} BadInput */

/**
 * @param {Map<string, string>} said
 * @param {string} name
 * @param {string[]} parts
 */
function assertNames(said, name, parts) {
  const message = said.get(name) ?? "";
  for (const part of parts) assert.ok(message.includes(part), `${name}: ${message}`);
}

/** @param {import("./harness/page.mjs").Page} page */
async function assertPageLives(page) {
  await slider(page);
  const before = await shown(page);
  await page.press("Home");
  assert.notEqual((await shown(page)).pixels, before.pixels);
  assert.deepEqual(await page.consoleMessages(), []);
}
