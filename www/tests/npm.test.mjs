/** The npm package as it is packed: in Node, with types, and through two bundlers in a browser. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { build } from "vite";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { TARGET } from "./harness/paths.mjs";

const PACKAGE = join(TARGET, "forms/npm");
const BIN = fileURLToPath(new URL("../node_modules/.bin/", import.meta.url));

/** What a project of somebody else does with the package. */
const APP = `import start, { PopulationNode, Tape } from "popgrad";
import define from "popgrad/element";

async function run() {
  await start();
  const x = new PopulationNode([1, 2, 3]);
  const y = x.mul(x).add(x).sum();
  y.backprop();
  const tape = new Tape(y);
  return [...x.grad].join() + " " + tape.value(y).join();
}`;
const IN_A_PAGE = `${APP}
await define();
document.body.insertAdjacentHTML("beforeend", '<popgrad-figure experiment="depth-decay"></popgrad-figure>');
document.documentElement.dataset.result = await run();`;
const RESULT = "3,5,7 20";

const project = await mkdtemp(join(tmpdir(), "popgrad-npm-"));
after(() => rm(project, { recursive: true }));
const [packed = ""] = JSON.parse(npm("pack", PACKAGE, "--json", "--pack-destination", project)).map(
  (/** @type {{ filename: string }} */ { filename }) => filename,
);
await writeFile(join(project, "package.json"), '{ "type": "module", "private": true }');
npm("install", "--offline", "--no-audit", "--no-fund", join(project, packed));

// All is made before the first test begins: the folder goes when the last one known has ended.
await writeFile(join(project, "app.js"), IN_A_PAGE);
const [bundle] = buildSync({
  absWorkingDir: project,
  entryPoints: ["app.js"],
  bundle: true,
  format: "esm",
  write: false,
}).outputFiles;
const html = '<!doctype html><title>Vite</title><script type="module" src="./app.js"></script>';
await writeFile(join(project, "index.html"), html);
await build({ root: project, base: "./", logLevel: "silent" });

test("Node imports both modules, and the engine gives gradients", async () => {
  await writeFile(join(project, "node.js"), `${APP}\nconsole.log(typeof define, await run());`);
  const said = execFileSync(process.execPath, ["node.js"], { cwd: project, encoding: "utf8" });
  assert.equal(said.trim(), `function ${RESULT}`);
});

test("the README's first example gives what it says", async () => {
  const readme = await readFile(join(PACKAGE, "README.md"), "utf8");
  const [, code = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  const [, expected] = /console\.log\(.*\/\/ (.*)/.exec(code) ?? [];
  await writeFile(join(project, "readme.mjs"), code);
  const said = execFileSync(process.execPath, ["readme.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(said.trim(), expected);
});

test("the package has types, and they refuse what is wrong", async () => {
  const source = `import start, { type Members, PopulationNode } from "popgrad";
import define from "popgrad/element";
await start();
await define();
const members: Members = [[1, 2]];
const gradient: Float64Array = new PopulationNode(members).tanh().grad;
const state: Readonly<Record<string, string>> | undefined =
  document.querySelector("popgrad-figure")?.getState();
// @ts-expect-error a text is no member
new PopulationNode("one");
export { gradient, state };`;
  await writeFile(join(project, "typed.ts"), source);
  const options = "--strict --noEmit --target es2022 --module esnext --moduleResolution bundler";
  const arguments_ = [...options.split(" "), "--lib", "es2022,esnext.disposable,dom", "typed.ts"];
  execFileSync(join(BIN, "tsc"), arguments_, { cwd: project, encoding: "utf8" });
});

test("what is imported and not used is left out", async () => {
  const bundled = buildSync({
    stdin: { contents: 'import "popgrad"; import "popgrad/element";', resolveDir: project },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  assert.ok((bundled.outputFiles[0]?.text.length ?? 1e9) < 200, "nothing is left");
});

inEachBrowser(
  "a page bundled by esbuild has engine and element",
  async ({ open }) => {
    const page = await open({ path: "__test__/host-page.html" });
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = "app.mjs";
      document.head.append(script);
    });
    assert.equal(await page.evaluate(untilAlive), RESULT);
    assert.deepEqual(await page.consoleMessages(), []);
  },
  { host: { modules: { "app.mjs": bundle?.text ?? "" } } },
);

inEachBrowser("a page built by Vite has engine and element", async ({ open, host }) => {
  const scripts = await readdir(join(project, "dist/assets"));
  assert.ok(scripts.length >= 2, "the element's code is a file of its own");
  host.show(join(project, "dist"));
  const page = await open({ path: "index.html" });
  assert.equal(await page.evaluate(untilAlive), RESULT);
});

/** @param {...string} given */
function npm(...given) {
  return execFileSync("npm", given, { cwd: project, encoding: "utf8" });
}

/** Runs in the page: waits until the figure is drawn, and tells what the engine gave. */
async function untilAlive() {
  const patience = performance.now() + 30_000;
  const figure = () => document.querySelector("popgrad-figure");
  while (!figure()?.shadowRoot?.querySelector("popgrad-panel[data-alive] .marks")) {
    if (performance.now() > patience) throw new Error("the figure is not alive");
    figure()?.scrollIntoView();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return document.documentElement.dataset["result"];
}
