/**
 * The pool of workers for long computations. Workers start when there is work, as many as the
 * machine has cores, and end when there has been none for a while.
 */
import type { Answer, Request, Start } from "./protocol.ts";

/** A part that somebody waits for. */
export interface Task {
  /** Whoever asked: all tasks of one owner can be cancelled together. */
  readonly owner: object;
  readonly request: Omit<Request, "ticket">;
  readonly done: (result: Float64Array<ArrayBuffer>) => void;
  readonly failed: (error: Error) => void;
}

export interface PoolOptions {
  readonly start: () => Worker;
  /** The full engine, compiled once for all workers. */
  readonly module: () => Promise<WebAssembly.Module>;
  readonly size?: number;
  /** How long an unused worker lives, in milliseconds. */
  readonly rest?: number;
}

interface Member {
  readonly worker: Worker;
  running: { task: Task; ticket: number } | undefined;
}

/** How long a part whose result nobody wants any more may run on, in milliseconds. */
const GRACE = 100;
const MOST = 8;

export class Pool {
  readonly #options: PoolOptions;
  readonly #size: number;
  readonly #members = new Set<Member>();
  readonly #failures = new WeakMap<Task, number>();
  #queue: Task[] = [];
  #tickets = 0;
  #module: WebAssembly.Module | undefined;
  #resting = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    const cores = options.size ?? navigator.hardwareConcurrency ?? 1;
    this.#size = Math.max(1, Math.min(MOST, cores));
  }

  /** How many workers are alive. */
  get workers(): number {
    return this.#members.size;
  }

  /** Computes tasks in their order, several at once. */
  run(tasks: readonly Task[]): void {
    this.#queue.push(...tasks);
    void this.#startWork();
  }

  /** Nobody waits for the tasks of this owner any more: none of them answers from now on. */
  cancel(owner: object): void {
    this.#queue = this.#queue.filter((task) => task.owner !== owner);
    for (const member of this.#members) {
      const { running } = member;
      if (running?.task.owner !== owner) continue;
      const silent = { owner: {}, request: running.task.request, done: () => {}, failed: () => {} };
      member.running = { task: silent, ticket: running.ticket };
      setTimeout(() => {
        if (member.running?.ticket === running.ticket) this.#end(member);
        this.#assign();
      }, GRACE);
    }
  }

  async #startWork(): Promise<void> {
    try {
      this.#module ??= await this.#options.module();
    } catch (error) {
      const all = this.#queue.splice(0);
      const reason = error instanceof Error ? error : new Error(String(error));
      for (const task of all) task.failed(reason);
      return;
    }
    this.#assign();
  }

  #assign(): void {
    clearTimeout(this.#resting);
    while (this.#queue.length > 0) {
      const member = this.#free();
      const task = member && this.#queue.shift();
      if (member === undefined || task === undefined) return;
      this.#tickets += 1;
      member.running = { task, ticket: this.#tickets };
      member.worker.postMessage({ ...task.request, ticket: this.#tickets } satisfies Request);
    }
    this.#resting = window.setTimeout(() => this.#endResting(), this.#options.rest ?? 30_000);
  }

  #free(): Member | undefined {
    const free = [...this.#members].find(({ running }) => running === undefined);
    if (free !== undefined || this.#members.size >= this.#size) return free;
    const module = this.#module;
    if (module === undefined) return undefined;
    const member: Member = { worker: this.#options.start(), running: undefined };
    member.worker.addEventListener("message", ({ data }) => this.#take(member, data));
    member.worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#died(member, event.message || "it could not be loaded");
    });
    member.worker.postMessage({ module } satisfies Start);
    this.#members.add(member);
    return member;
  }

  #take(member: Member, answer: Answer): void {
    if (member.running?.ticket !== answer.ticket) return;
    if ("died" in answer) {
      this.#died(member, answer.died);
      return;
    }
    const { task } = member.running;
    member.running = undefined;
    this.#assign();
    if ("result" in answer) task.done(answer.result);
    else task.failed(new Error(answer.refused));
  }

  /** A worker that dies is replaced once: its task is tried again, and fails the second time. */
  #died(member: Member, reason: string): void {
    const task = member.running?.task;
    this.#end(member);
    if (task !== undefined) {
      const failures = (this.#failures.get(task) ?? 0) + 1;
      this.#failures.set(task, failures);
      if (failures === 1) this.#queue.unshift(task);
      else
        task.failed(
          new Error(`A long computation stopped twice (${reason}). Change a value to try again.`),
        );
    }
    this.#assign();
  }

  #end(member: Member): void {
    member.worker.terminate();
    this.#members.delete(member);
  }

  #endResting(): void {
    for (const member of this.#members) if (member.running === undefined) this.#end(member);
  }
}
