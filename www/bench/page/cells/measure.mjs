/** Code cells: a message to the worker and back, and many runs beside MicroPython's WebAssembly build. */

/** Round trips of which the median is told, after as many that warm up. */
const TRIPS = 200;

/** Runs of the snippet in a row. */
const RUNS = 1000;

/**
 * @typedef {object} CellTimes
 * @property {number} trip milliseconds, the median
 * @property {number} cells milliseconds for all runs
 * @property {number} micropython milliseconds for all runs
 * @property {boolean} agree whether both print the same gradient
 */

/**
 * @param {string} folder the address of the folder of the page's scripts
 * @param {string} snippet a snippet of the seed
 * @param {string} population the class `PopulationNode` in Python
 * @returns {Promise<CellTimes>}
 */
export async function measureCells(folder, snippet, population) {
  const trip = await roundTrip(folder, snippet);
  const source =
    "x = PopulationNode([1.0, 2.0, 3.0])\ny = (x * x + x).sum()\ny.backprop()\nprint(x.grad)";
  const cells = await inCells(folder, source);
  const micropython = await inMicroPython(source, population);
  return {
    trip,
    cells: cells.time,
    micropython: micropython.time,
    agree: cells.text.trim() === micropython.text.trim() && cells.text.includes("[3.0, 5.0, 7.0]"),
  };
}

/** @param {string} folder @param {string} source */
async function roundTrip(folder, source) {
  const worker = new Worker(new URL("cells-worker.js", folder), { type: "module" });
  /** @type {(kind: string) => Promise<void>} */
  const until = (kind) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => data.kind === kind && resolve();
    });
  const module = await WebAssembly.compileStreaming(
    fetch(new URL("popgrad-web-cells_bg.wasm", folder)),
  );
  worker.postMessage({ module });
  await until("started");
  const times = [];
  for (let ticket = 1; ticket <= 2 * TRIPS; ticket += 1) {
    const from = performance.now();
    worker.postMessage({
      kind: "run",
      ticket,
      notebook: "n",
      cells: [{ name: "c", source }],
      settings: [],
    });
    await until("done");
    if (ticket > TRIPS) times.push(performance.now() - from);
  }
  worker.terminate();
  return times.sort((one, other) => one - other)[TRIPS / 2] ?? Number.NaN;
}

/** @param {string} folder @param {string} source */
async function inCells(folder, source) {
  const glue = await import(new URL("popgrad-web-cells.js", folder).href);
  await glue.default();
  const session = new glue.Session();
  /** @type {{ events: { text?: string }[] }} */
  let outcome = session.run("cell", source);
  const from = performance.now();
  for (let run = 0; run < RUNS; run += 1) outcome = session.run("cell", source);
  return { time: performance.now() - from, text: outcome.events[0]?.text ?? "" };
}

/** @param {string} source @param {string} population */
async function inMicroPython(source, population) {
  const folder = new URL("../micropython/", import.meta.url);
  const { loadMicroPython } = await import(new URL("micropython.mjs", folder).href);
  let text = "";
  const python = await loadMicroPython({
    url: new URL("micropython.wasm", folder).href,
    stdout: (/** @type {string} */ line) => {
      text = line;
    },
  });
  python.runPython(population);
  python.runPython(source);
  const from = performance.now();
  for (let run = 0; run < RUNS; run += 1) python.runPython(source);
  return { time: performance.now() - from, text };
}
