/**
 * The page's side of the code cells: one worker for all of them. Whatever a cell does, the page goes on: a worker that
 * gives no sign is ended and another one started.
 */
import type { GraphMoment, GraphMove, Outcome, Report } from "../engine/cells-engine.ts";
import type { Answer, Cell, Request, Setting, Start } from "./protocol.ts";

export interface CellsOptions {
  readonly start: () => Worker;
  /** The language, compiled once for all workers. */
  readonly module: () => Promise<WebAssembly.Module>;
  /** How long a cell may give no sign, in milliseconds. */
  readonly patience?: number;
}

/** How long a cell may give no sign unless told otherwise. */
const PATIENCE = 1000;
/** Why nothing comes of what was asked when the worker is no longer wanted. */
const ENDED = "it was ended";
/** How long the language may take to start: a phone compiles it for a while. */
const START = 30_000;

/** How a request ends: with the worker's last answer to it, or without one, for a reason in words. */
type Last =
  | Extract<Answer, { kind: "done" | "names" | "moment" }>
  | { readonly kind: "failed"; readonly reason: string };

/** Something that was asked of the worker. */
interface Task {
  readonly request: Request;
  /** Takes what came of a cell. */
  readonly cell?: (outcome: Outcome) => void;
  /** Takes the end; nothing, where a newer run has overtaken this one. */
  readonly end: (last: Last | undefined) => void;
}

export class Cells {
  readonly #options: CellsOptions;
  #worker: Worker | undefined;
  #isReady = false;
  #running: Task | undefined;
  #waiting: Task[] = [];
  #tickets = 0;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CellsOptions) {
    this.#options = options;
  }

  /**
   * Runs the cells of a notebook from top to bottom in a fresh session, up to the first error: the same text gives the
   * same output. Answers what came of each cell that ran. Nothing, when a newer run of the same notebook has
   * overtaken this one before it began.
   */
  run(
    notebook: string,
    cells: readonly Cell[],
    settings: readonly Setting[] = [],
  ): Promise<readonly Outcome[] | undefined> {
    const overtaken = this.#waiting.filter((task) => isRunOf(task.request, notebook));
    this.#waiting = this.#waiting.filter((task) => !overtaken.includes(task));
    for (const task of overtaken) task.end(undefined);
    const ticket = this.#ticket();
    const outcomes: Outcome[] = [];
    return new Promise((answer) => {
      this.#ask({
        request: { kind: "run", ticket, notebook, cells, settings },
        cell: (outcome) => outcomes.push(outcome),
        end: (last) => {
          if (last?.kind === "failed") outcomes.push(stopped(cells[outcomes.length], last.reason));
          answer(last && outcomes);
        },
      });
    });
  }

  /** The names that the last run of a notebook gave, or the attributes of what a name stands for. */
  complete(notebook: string, of: string | null = null): Promise<readonly string[]> {
    const ticket = this.#ticket();
    return new Promise((answer) => {
      this.#ask({
        request: { kind: "complete", ticket, notebook, of },
        end: (last) => answer(last?.kind === "names" ? last.names : []),
      });
    });
  }

  /**
   * A graph of the last run of a cell after a move of the reader; the empty id is that of its last backward pass. None,
   * if the worker has forgotten the run or the run made none.
   */
  graph(notebook: string, cell: string, id: string, move: GraphMove): Promise<GraphMoment | null> {
    const ticket = this.#ticket();
    return new Promise((answer, refuse) => {
      this.#ask({
        request: { kind: "graph", ticket, notebook, cell, id, move },
        end: (last) => {
          if (last?.kind === "failed") refuse(new Error(`No graph can be shown: ${last.reason}.`));
          else answer(last?.kind === "moment" ? last.moment : null);
        },
      });
    });
  }

  /** Ends the worker; what was asked of it ends with an error. */
  end(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#replace(ENDED);
    for (const task of waiting) task.end({ kind: "failed", reason: ENDED });
  }

  #ticket(): number {
    this.#tickets += 1;
    return this.#tickets;
  }

  #ask(task: Task): void {
    this.#waiting.push(task);
    this.#next();
  }

  #next(): void {
    if (this.#running !== undefined) return;
    const task = this.#waiting.shift();
    if (task === undefined) return;
    this.#running = task;
    if (this.#worker === undefined) void this.#start();
    else if (this.#isReady) this.#send(task.request);
  }

  async #start(): Promise<void> {
    try {
      const module = await this.#options.module();
      if (this.#worker !== undefined) return;
      const worker = this.#options.start();
      this.#worker = worker;
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (worker === this.#worker) this.#take(data);
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (worker === this.#worker) this.#replace(event.message || "it could not be loaded");
      });
      worker.postMessage({ module } satisfies Start);
      this.#wait(START);
    } catch (error) {
      this.#replace(error instanceof Error ? error.message : String(error));
    }
  }

  #send(request: Request): void {
    this.#worker?.postMessage(request);
    this.#wait(this.#options.patience ?? PATIENCE);
  }

  #take(answer: Answer): void {
    if (answer.kind === "started") {
      this.#isReady = true;
      clearTimeout(this.#watch);
      if (this.#running !== undefined) this.#send(this.#running.request);
    } else if (answer.kind === "died") {
      this.#replace(answer.reason);
    } else if (this.#running?.request.ticket === answer.ticket) {
      this.#takeFor(this.#running, answer);
    }
  }

  #takeFor(task: Task, answer: Exclude<Answer, { kind: "started" | "died" }>): void {
    if (answer.kind === "cell") {
      task.cell?.(answer.outcome);
      this.#wait(this.#options.patience ?? PATIENCE);
      return;
    }
    clearTimeout(this.#watch);
    this.#running = undefined;
    task.end(answer.kind === "refused" ? { kind: "failed", reason: answer.reason } : answer);
    this.#next();
  }

  #wait(patience: number): void {
    clearTimeout(this.#watch);
    const seconds = patience / 1000;
    const say = `it gave no sign for ${seconds === 1 ? "a second" : `${seconds} seconds`}`;
    this.#watch = setTimeout(() => this.#replace(say), patience);
  }

  /** Ends the worker. What it was at ends with an error; what waits is asked of the next one. */
  #replace(reason: string): void {
    clearTimeout(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
    const task = this.#running;
    this.#running = undefined;
    task?.end({ kind: "failed", reason });
    this.#next();
  }
}

function isRunOf(request: Request, notebook: string): boolean {
  return request.kind === "run" && request.notebook === notebook;
}

/** What is told of a cell that did not end by itself. */
function stopped(cell: Cell | undefined, reason: string): Outcome {
  const error: Report = {
    name: "TimeoutError",
    message: `${cell?.name ?? "the cell"} was stopped: ${reason}. Your text is as it was; change it and run it again`,
    suggestion: null,
    trace: [],
  };
  return { events: [], error, steps: 0 };
}
