/** Plays an experiment with a long computation against the page's pool, whose workers only pretend. */

/** @param {() => boolean} done */
async function until(done) {
  const patience = performance.now() + 10_000;
  while (!done() && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));

/** The module of an empty WebAssembly file. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

export async function run() {
  const { LongWork, Pool, ResultCache } = await import(
    new URL("pool-sources.mjs", import.meta.url).href
  );
  let started = 0;
  const pool = new Pool({
    start: () => {
      started += 1;
      return new Worker(new URL("fake-worker.mjs", import.meta.url), { type: "module" });
    },
    module: () => WebAssembly.compile(EMPTY),
    size: 2,
    rest: 300,
  });
  const names = new Map([
    [0, "a"],
    [1, "b"],
    [1.5, "crash once"],
    [2, "crash"],
    [3, "refuse"],
  ]);
  let setting = 0;
  /** @type {string[]} */
  let received = [];
  let failure = "";
  let progress = [0, 0];
  let most = 0;
  const key = () => names.get(setting) ?? "";
  const client = {
    slug: "pretended",
    model: {
      jobs: () => [{ id: "job", key: key(), parts: setting > 1 ? 1 : 6 }],
      receive: (
        /** @type {string} */ _job,
        /** @type {string} */ from,
        /** @type {number} */ part,
      ) => {
        most = Math.max(most, pool.workers);
        received.push(`${from} ${part}`);
      },
    },
    values: () =>
      new Map([
        ["setting", setting],
        ["worker", started],
      ]),
    arrived: () => {},
    progress: (/** @type {number} */ there, /** @type {number} */ all) => {
      progress = [there, all];
    },
    failed: (/** @type {Error} */ error) => {
      failure = error.message;
    },
  };
  const work = new LongWork(client, pool, new ResultCache(1_000_000));
  work.update();
  await pause(100);
  const offScreen = received.length + pool.workers;
  work.seen = true;
  await until(() => received.length === 6);
  const order = received.map((name) => Number(name.split(" ")[1]));
  const result = {
    parts: order.length,
    inOrder: order.indexOf(0) < order.indexOf(5),
    several: most === 2,
    progress,
    offScreen,
  };
  received = [];
  setting = 1;
  work.update();
  await pause(30);
  setting = 0;
  work.update();
  const backAtOnce = [...received].filter((name) => name.startsWith("a"));
  received = [];
  setting = 1;
  work.update();
  await until(() => received.length === 6);
  const afterChange = [...received].sort();
  received = [];
  await until(() => pool.workers === 0);
  const rested = pool.workers;
  started = 0;
  setting = 1.5;
  work.update();
  await until(() => received.length === 1);
  const replaced = received;
  setting = 2;
  work.update();
  await until(() => failure !== "");
  const dead = failure;
  setting = 3;
  failure = "";
  work.update();
  await until(() => failure !== "");
  work.stop();
  return { ...result, afterChange, backAtOnce, replaced, dead, refused: failure, rested };
}
