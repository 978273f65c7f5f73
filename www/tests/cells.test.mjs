/** Code cells in their worker: the seed's snippets, errors, what would never end, and a worker that gives no sign. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { runModule } from "./harness/module.mjs";

/** A machine with other work is given five times the second in which a cell is to end. */
const PATIENCE = 5000;

const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL("../src/cells/cells.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  write: false,
});

const host = { modules: { "cells-sources.mjs": outputFiles[0]?.text ?? "" } };

inEachBrowser(
  "cells run in a worker, end whatever they do, and reach nothing outside",
  async ({ openAlive }) => {
    const page = await openAlive();
    const { bombs, wrong, stopped, missing, ...seen } = /** @type {any} */ (
      await runModule(page, "cells.mjs")
    );
    const { alternative, ...rest } = seen;
    assert.deepEqual(rest, {
      differing: [],
      printed: ["choice", "[1.5, 2.0] down\n"],
      controls: [
        { kind: "slider", name: "x0", value: 1.5, low: -6, high: 6, step: null },
        { kind: "choice", name: "how", options: ["up", "down"], chosen: 1 },
      ],
      isHigh: true,
      names: ["x", "PopulationNode", "plot"],
      attributes: ["tanh", "grad", "backprop"],
      ways: [
        "ModuleNotFoundError",
        "NameError",
        "NameError",
        "ModuleNotFoundError",
        "NameError",
        "NameError",
        "NameError",
      ],
      survived: 1,
      overtaken: ["1\n", null, "3\n"],
      alive: "alive\n",
      restarted: 2,
    });
    assert.match(alternative, /^Doubling/);
    assert.equal(wrong.count, 2, "the third cell does not run");
    const { name, suggestion, trace } = wrong.error;
    assert.deepEqual([name, suggestion], ["AttributeError", "backprop"]);
    assert.deepEqual(
      trace.map((/** @type {any} */ { cell, function: of, start }) => [
        cell,
        of,
        start.line,
        start.column,
      ]),
      [
        ["second", null, 4, 1],
        ["second", "f", 3, 12],
      ],
    );
    for (const { name, error, time } of bombs) {
      assert.notEqual(error, "none", name);
      assert.ok(time < PATIENCE, `${name} took ${Math.round(time)} ms`);
    }
    const times = bombs.map(
      (/** @type {any} */ { name, error, time }) => `${name} ${error} ${Math.round(time)} ms`,
    );
    process.stdout.write(`\n${times.join("\n")}\n`);
    assert.equal(stopped.name, "TimeoutError");
    assert.match(stopped.message, /^the loop was stopped: it gave no sign for 0\.1 seconds/);
    assert.match(missing, /the server answered 404/);
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { host },
);
