/** Computes parts of an experiment's long computation with an engine of its own. */

/** @typedef {{ work(job: string, part: number): Float64Array }} Experiment */
/** @type {Experiment | undefined} */
let experiment;

addEventListener("message", async ({ data }) => {
  if ("glue" in data) {
    const engine = await import(data.glue);
    await engine.default();
    experiment = new engine.Experiment(data.slug);
    postMessage({ ready: true });
  } else {
    postMessage({ part: data.part, cells: experiment?.work(data.job, data.part) });
  }
});
