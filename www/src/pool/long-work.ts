/**
 * The long computations of one experiment: after each change the parts that its values ask for are
 * computed by the pool while the experiment is seen, and handed to the model as they arrive.
 */
import type { Job } from "../engine/engine.ts";
import type { ResultCache } from "./cache.ts";
import type { Pool, Task } from "./pool.ts";

/** What is needed of an experiment. */
export interface WorkModel {
  jobs(): readonly Job[];
  receive(job: string, key: string, part: number, result: Float64Array): void;
}

export interface WorkClient {
  readonly slug: string;
  readonly model: WorkModel;
  readonly values: () => ReadonlyMap<string, number>;
  /** Something new is there to be drawn. */
  readonly arrived: () => void;
  /** So many parts are there, of so many. */
  readonly progress: (there: number, all: number) => void;
  readonly failed: (error: Error) => void;
}

export class LongWork {
  readonly #client: WorkClient;
  readonly #pool: Pool;
  readonly #cache: ResultCache;
  /** What the model has been given, by job and key. */
  readonly #given = new Map<string, { key: string; parts: Set<number> }>();
  #asked = "";
  #seen = false;

  constructor(client: WorkClient, pool: Pool, cache: ResultCache) {
    this.#client = client;
    this.#pool = pool;
    this.#cache = cache;
  }

  /** Whether the reader sees the experiment. Off screen the work rests. */
  set seen(seen: boolean) {
    if (seen === this.#seen) return;
    this.#seen = seen;
    if (seen) this.update();
    else this.#rest();
  }

  /** To be called after each change of the model. */
  update(): void {
    const jobs = this.#client.model.jobs();
    const wanted = JSON.stringify(jobs);
    if (!this.#seen || wanted === this.#asked) return;
    this.#rest();
    this.#asked = wanted;
    const values = this.#client.values();
    const missing = jobs.flatMap((job) => this.#missing(job).map((part) => ({ job, part })));
    this.#tell(jobs);
    this.#pool.run(missing.map(({ job, part }) => this.#task(jobs, job, part, values)));
  }

  stop(): void {
    this.#rest();
    this.#seen = false;
  }

  #rest(): void {
    this.#pool.cancel(this);
    this.#asked = "";
  }

  /** The parts that are still to be computed; those that were computed before are handed over. */
  #missing(job: Job): number[] {
    if (this.#given.get(job.id)?.key !== job.key) {
      this.#given.set(job.id, { key: job.key, parts: new Set() });
    }
    const given = this.#given.get(job.id)?.parts;
    const missing = [];
    for (let part = 0; part < job.parts; part += 1) {
      if (given?.has(part)) continue;
      const kept = this.#cache.get(this.#name(job, part));
      if (kept === undefined) missing.push(part);
      else this.#give(job, part, kept);
    }
    return missing;
  }

  #task(jobs: readonly Job[], job: Job, part: number, values: ReadonlyMap<string, number>): Task {
    return {
      owner: this,
      request: { slug: this.#client.slug, values, job: job.id, part },
      done: (result) => {
        this.#cache.put(this.#name(job, part), result);
        this.#give(job, part, result);
        this.#tell(jobs);
      },
      failed: (error) => {
        this.#rest();
        this.#client.progress(0, 0);
        this.#client.failed(error);
      },
    };
  }

  #give(job: Job, part: number, result: Float64Array): void {
    this.#client.model.receive(job.id, job.key, part, result);
    this.#given.get(job.id)?.parts.add(part);
    this.#client.arrived();
  }

  #tell(jobs: readonly Job[]): void {
    const there = jobs.map((job) => this.#given.get(job.id)?.parts.size ?? 0);
    const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    this.#client.progress(sum(there), sum(jobs.map((job) => job.parts)));
  }

  #name(job: Job, part: number): string {
    return JSON.stringify([this.#client.slug, job.id, job.key, part]);
  }
}
