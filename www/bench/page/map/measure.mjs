/** The trainability map of 256 by 256 runs: the engine in several workers beside plain JavaScript in one. */

const SLUG = "training-stability";
const JOB = "map-fine";
const SIDE = 256;
const PARTS = 128;

/**
 * @typedef {object} MapTimes
 * @property {number} engine milliseconds in all workers together
 * @property {number} plain milliseconds in one worker
 * @property {number} agreeing the part of the cells in which both sides see the same fate
 */

/** @param {string} name */
const start = (name) => new Worker(new URL(name, import.meta.url), { type: "module" });

/** @param {Worker} worker @param {unknown} message @returns {Promise<any>} its answer */
function ask(worker, message) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => reject(new Error("a worker stopped"));
    worker.postMessage(message);
  });
}

/**
 * Makes the map once on both sides.
 * @param {string} glue the address of the engine's glue
 * @param {number} count of workers with an engine
 * @returns {Promise<MapTimes>}
 */
export async function measureMap(glue, count) {
  const workers = Array.from({ length: count }, () => start("engine-worker.mjs"));
  await Promise.all(workers.map((worker) => ask(worker, { glue, slug: SLUG })));
  const cells = new Float64Array(SIDE * SIDE);
  let next = 0;
  const began = performance.now();
  await Promise.all(
    workers.map(async (worker) => {
      while (next < PARTS) {
        const part = next++;
        const answer = await ask(worker, { job: JOB, part });
        cells.set(answer.cells, part * (cells.length / PARTS));
      }
    }),
  );
  const engine = performance.now() - began;
  for (const worker of workers) worker.terminate();
  const alone = start("plain-worker.mjs");
  await ask(alone, 1);
  const beganPlain = performance.now();
  /** @type {Float64Array} */
  const expected = await ask(alone, SIDE);
  const plain = performance.now() - beganPlain;
  alone.terminate();
  const same = expected.filter((cell, index) => cell < 0 === (cells[index] ?? Number.NaN) < 0);
  return { engine, plain, agreeing: same.length / cells.length };
}
