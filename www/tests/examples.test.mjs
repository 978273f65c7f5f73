/** Every JavaScript example of the documentation runs and gives what it says. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { runModule } from "./harness/module.mjs";

const SOURCES = ["../generated/popgrad-web.d.ts", "../../README.md"];

/** A line of an example that says what its expression gives. */
const CLAIM = /^(?<expression>[^/]+);\s*\/\/ => (?<expected>.+)$/;

const examples = SOURCES.flatMap((source) => {
  const text = readFileSync(new URL(source, import.meta.url), "utf8");
  // Comments of the declarations begin each line with a star.
  const plain = text.replaceAll(/^ +\* ?/gm, "");
  return [...plain.matchAll(/^```js\n(?<code>.*?)^```/gms)].map(
    ({ groups }) => groups?.["code"] ?? "",
  );
});

inEachBrowser(
  "the documentation's examples give what they say",
  async ({ openAlive }) => {
    const claims = examples
      .join("")
      .split("\n")
      .filter((line) => CLAIM.test(line)).length;
    assert.ok(examples.length >= 5 && claims >= 8, "the examples are found");
    const result = /** @type {[string, string, string][]} */ (
      await runModule(await openAlive(), "examples.mjs")
    );
    assert.equal(result.length, claims);
    for (const [expression, given, expected] of result) assert.equal(given, expected, expression);
  },
  { host: { modules: { "examples.mjs": moduleOf(examples) } } },
);

/** @param {string[]} codes */
function moduleOf(codes) {
  return `export function run({ PopulationNode, Tape, operations }) {
    const claims = [];
    ${codes.map((code) => `{ ${code.split("\n").map(statement).join("\n")} }`).join("\n")}
    return claims;
  }`;
}

/**
 * A claim notes what was given and what was expected; starting the engine is the page's work.
 * @param {string} line
 */
function statement(line) {
  const { expression, expected } = CLAIM.exec(line)?.groups ?? {};
  if (expression === undefined) return /^(import|await) /.test(line) ? "" : line;
  return `claims.push([${JSON.stringify(expression)}, String(${expression}), ${JSON.stringify(expected)}]);`;
}
