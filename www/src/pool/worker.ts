/** A worker of the pool: an engine of its own that computes one part after the other. */
import { type FullExperiment, startFull } from "../engine/engine.ts";
import type { Answer, Request, Start } from "./protocol.ts";

const open = new Map<string, FullExperiment>();
let engine: ReturnType<typeof startFull> | undefined;

addEventListener("message", ({ data }: MessageEvent<Start | Request>) => {
  if ("module" in data) engine = startFull(data.module);
  else void answer(data);
});

async function answer(request: Request): Promise<void> {
  const { ticket } = request;
  try {
    const result = await compute(request);
    postMessage({ ticket, result } satisfies Answer, { transfer: [result.buffer] });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const isTrap = error instanceof WebAssembly.RuntimeError;
    postMessage((isTrap ? { ticket, died: text } : { ticket, refused: text }) satisfies Answer);
  }
}

async function compute({ slug, values, job, part }: Request): Promise<Float64Array<ArrayBuffer>> {
  if (engine === undefined) throw new Error("this worker was given no engine");
  const { Experiment } = await engine;
  const experiment = open.get(slug) ?? new Experiment(slug);
  open.set(slug, experiment);
  for (const [id, value] of values) experiment.set(id, value);
  return new Float64Array(experiment.work(job, part));
}
