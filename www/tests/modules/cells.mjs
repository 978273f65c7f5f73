/** Runs code cells in the page's own worker of the cells, as the page does. */

/** The folder of the page's scripts. */
const folder = new URL(
  document
    .querySelector('link[rel="modulepreload"][href$="/popgrad-web-first.js"]')
    ?.getAttribute("href") ?? "",
  document.baseURI,
);

/** What would never end or take all memory, and what is too large. */
const BOMBS = {
  loop: "while True:\n    pass",
  memory: "x = [0]\nwhile True:\n    x = x + x",
  text: 'x = "a"\nwhile True:\n    x = x + x',
  population: "x = PopulationNode([1.0] * 1000)\nwhile True:\n    x = x.concatenate(x)",
  recursion: "def f(n):\n    return f(n + 1)\nf(0)",
  deepest:
    "def f(n):\n    return 0 if n == 0 else max([f(n - 1) for _ in range(1)])\nprint(f(60))\nf(10000)",
  printed: 'while True:\n    print("again and again")',
  long: `x = 1${" + 1".repeat(40_000)}`,
  nested: `${"(".repeat(5000)}1${")".repeat(5000)}`,
  power: "x = 2 ** 100000",
};

/** What a cell must not reach. */
const WAYS_OUT = [
  "import js",
  "open('x')",
  "eval('1')",
  "import os",
  "__import__('sys')",
  "fetch('x')",
  "document",
];

/** @param {typeof import("popgrad-web")} engine */
export async function run({ CellFigure }) {
  const { Cells } = await import(new URL("cells-sources.mjs", import.meta.url).href);
  let started = 0;
  const start = () => {
    started += 1;
    return new Worker(new URL("cells-worker.js", folder), { type: "module" });
  };
  let compiled;
  const module = () =>
    (compiled ??= WebAssembly.compileStreaming(
      fetch(new URL("popgrad-web-cells_bg.wasm", folder)),
    ));
  const patient = new Cells({ start, module, patience: 30_000 });
  const cell = (/** @type {string} */ source, name = "cell") => ({ name, source });

  const golden = await (await fetch(new URL("golden.json", import.meta.url))).json();
  const differing = [];
  for (const { name, code, stdout } of golden) {
    const [outcome] = await patient.run(name, [cell(code)]);
    const text = outcome.events
      .map((/** @type {{ text?: string }} */ { text }) => text ?? "")
      .join("");
    if (text !== `${stdout.join("\n")}\n` || outcome.error !== null)
      differing.push({ name, text, stdout, error: outcome.error });
  }

  const shared = await patient.run(
    "shared",
    [
      cell(
        "x = PopulationNode([slider('x0', 0.5, -6, 6), 2.0])\nplot([1, 2, 4], title='Doubling')",
      ),
      cell("print(x.value, choice('how', ['up', 'down']))"),
    ],
    [
      { kind: "slider", name: "x0", value: 1.5 },
      { kind: "choice", name: "how", value: 1 },
    ],
  );
  const drawn = shared[0].events.find(
    (/** @type {{ kind: string }} */ { kind }) => kind === "figure",
  );
  const figure = new CellFigure(drawn.figure);
  const controls = shared
    .flatMap((/** @type {any} */ { events }) => events)
    .filter((/** @type {any} */ { kind }) => ["slider", "choice"].includes(kind));

  const wrong = await patient.run("wrong", [
    cell("y = 1", "first"),
    cell("\ndef f(x):\n    return x.backprob()\nf(PopulationNode(1))", "second"),
    cell("print('never')", "third"),
  ]);
  const names = await patient.complete("shared");
  const attributes = await patient.complete("shared", "x");

  const bombs = [];
  for (const [name, source] of Object.entries(BOMBS)) {
    const from = performance.now();
    const [outcome] = await patient.run(name, [cell(source)]);
    bombs.push({ name, error: outcome.error?.name ?? "none", time: performance.now() - from });
  }
  const ways = [];
  for (const source of WAYS_OUT) {
    const [outcome] = await patient.run("out", [cell(source)]);
    ways.push(outcome.error?.name ?? "none");
  }
  const survived = started;

  const overtaken = await Promise.all([
    patient.run("live", [cell("print(1)")]),
    patient.run("live", [cell("print(2)")]),
    patient.run("live", [cell("print(3)")]),
  ]);
  patient.end();

  started = 0;
  const strict = new Cells({ start, module, patience: 100 });
  const [stopped] = await strict.run("slow", [cell(BOMBS.loop, "the loop")]);
  const [after] = await strict.run("slow", [cell("print('alive')")]);
  strict.end();
  const broken = new Cells({
    start,
    module: () => Promise.reject(new Error("the server answered 404")),
  });
  const [missing] = await broken.run("none", [cell("1")]);

  return {
    differing,
    printed: shared[1].events.map((/** @type {any} */ { kind, text }) =>
      kind === "text" ? text : kind,
    ),
    controls,
    alternative: figure.alternative(""),
    isHigh: figure.height(340) > 100,
    wrong: { count: wrong.length, error: wrong[1].error },
    names: ["x", "PopulationNode", "plot"].filter((name) => names.includes(name)),
    attributes: ["tanh", "grad", "backprop"].filter((name) => attributes.includes(name)),
    bombs,
    ways,
    survived,
    overtaken: overtaken.map((outcomes) => outcomes?.[0].events[0].text ?? null),
    stopped: stopped.error,
    alive: after.events[0]?.text,
    restarted: started,
    missing: missing.error.message,
  };
}
