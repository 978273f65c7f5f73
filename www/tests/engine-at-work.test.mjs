/** The engine under load and under mistakes, and its tape, in every browser. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { runModule } from "./harness/module.mjs";

const SELF_CHECK = new URL("../../crates/autodiff/tests/golden/self-check.txt", import.meta.url);

/** The calls that `tape.mjs` makes wrongly, in order. */
const CALLS = [
  "set",
  "value",
  ...Array.from({ length: 5 }, () => "descend"),
  ...["hessianVector", "hessianVector", "concatenate"],
];

inEachBrowser("the digits are those of the native engine", async ({ openAlive }) => {
  const golden = (await readFile(SELF_CHECK, "utf8")).trim();
  assert.equal(await runModule(await openAlive(), "self-check.mjs"), golden);
});

inEachBrowser("a tape replays, trains and multiplies by the Hessian", async ({ openAlive }) => {
  const result = /** @type {Record<string, unknown>} */ (
    await runModule(await openAlive(), "tape.mjs")
  );
  const mistakes = /** @type {string[]} */ (result["mistakes"]);
  assert.deepEqual(result["first"], { loss: [13], gradient: [6, -8] });
  assert.deepEqual(result["replayed"], [5]);
  assert.ok(Math.abs(Number(result["sharpness"]) - 8) < 1e-9, String(result["sharpness"]));
  assert.deepEqual(result["product"], [2, 8]);
  // Each step leaves 3/4 of the first member and nothing of the second.
  assert.deepEqual(result["losses"], [5, 0.5625, 0.31640625]);
  assert.deepEqual(result["after"], [0.421875, 0]);
  assert.deepEqual(result["untouched"], [3, -1]);
  assert.deepEqual(result["between"], [0.84375, 0]);
  assert.deepEqual(result["afterwards"], result["after"], "mistakes leave the tape as it was");
  const [w, scale, last] = [27 / 128, 7463 / 8192, 19683 / 2 ** 20];
  assert.deepEqual(
    result["moved"],
    [
      [w, 1],
      [w, scale],
      [last, scale],
      [last, scale - 1024 * last * last],
    ],
    "every descent moves its own parameters by its own step sizes",
  );
  for (const [index, message] of mistakes.entries()) {
    assert.ok(message.startsWith(`Error: ${CALLS[index]}: `), message);
  }
});

inEachBrowser("a million graphs leave memory where it was", async ({ openAlive }) => {
  const result = await runModule(await openAlive(), "million-graphs.mjs");
  assert.deepEqual(result, { gradient: [3, 5, 7], grown: 0 });
});

inEachBrowser(
  "a million graphs that nobody frees are collected",
  async ({ openAlive }) => {
    const result = /** @type {{ gradient: string, grown: number }} */ (
      await runModule(await openAlive(), "dropped-graphs.mjs")
    );
    assert.equal(result.gradient, "3,5,7");
    // Together they take hundreds of times as much.
    assert.ok(result.grown <= 2 ** 20, `${result.grown} bytes`);
  },
  // The only one whose garbage collector can be called.
  { only: ["Chromium"] },
);

inEachBrowser("random operations never stop the engine", async ({ openAlive }) => {
  const result = /** @type {{ nodes: number, errors: number, traps: string[] }} */ (
    await runModule(await openAlive(), "random-operations.mjs")
  );
  assert.deepEqual(result.traps, []);
  assert.ok(result.nodes > 1000 && result.errors > 1000, JSON.stringify(result));
});
