/**
 * The page's side of the code cells: one worker for all of them. Whatever a cell does, the page goes on: a worker that
 * gives no sign is ended and another one started.
 */
import type { GraphMoment, Outcome, Report } from "../engine/cells-engine.ts";
import type { Answer, Cell, GraphMove, Request, Run, Setting, Start } from "./protocol.ts";

export type {
  CellEvent,
  Frame,
  GraphMoment,
  Outcome,
  Position,
  Report,
} from "../engine/cells-engine.ts";
export type { Cell, GraphMove, Setting } from "./protocol.ts";

export interface CellsOptions {
  readonly start: () => Worker;
  /** The language, compiled once for all workers. */
  readonly module: () => Promise<WebAssembly.Module>;
  /** How long a cell may give no sign, in milliseconds. */
  readonly patience?: number;
}

/** How long a cell may give no sign unless told otherwise. */
const PATIENCE = 1000;
/** How long the language may take to start: a phone compiles it for a while. */
const START = 30_000;

/** Something that was asked of the worker. */
interface Task {
  readonly request: Request;
  readonly outcomes: Outcome[];
  readonly names: (names: readonly string[]) => void;
  readonly moment: (moment: GraphMoment | null) => void;
  readonly finish: (outcomes: readonly Outcome[] | undefined) => void;
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
    for (const task of overtaken) task.finish(undefined);
    const ticket = this.#ticket();
    return new Promise((finish) => {
      const request: Run = { kind: "run", ticket, notebook, cells, settings };
      this.#ask({ request, outcomes: [], finish, names: ignore, moment: ignore });
    });
  }

  /** The names that the last run of a notebook gave, or the attributes of what a name stands for. */
  complete(notebook: string, of: string | null = null): Promise<readonly string[]> {
    const ticket = this.#ticket();
    return new Promise((names) => {
      const request = { kind: "complete", ticket, notebook, of } as const;
      this.#ask({ request, outcomes: [], names, moment: ignore, finish: () => names([]) });
    });
  }

  /**
   * A graph of the last run of a cell after a move of the reader; the empty id is that of its last backward pass. None,
   * if the worker has forgotten the run or the run made none.
   */
  graph(notebook: string, cell: string, id: string, move: GraphMove): Promise<GraphMoment | null> {
    const ticket = this.#ticket();
    return new Promise((moment) => {
      const request = { kind: "graph", ticket, notebook, cell, id, move } as const;
      this.#ask({ request, outcomes: [], moment, names: ignore, finish: () => moment(null) });
    });
  }

  /** Ends the worker; what was asked of it ends with an error. */
  end(): void {
    this.#replace("it was ended");
    this.#waiting = [];
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
      return;
    }
    const task = this.#running;
    if (answer.kind === "died") {
      this.#replace(answer.reason);
      return;
    }
    if (task?.request.ticket !== answer.ticket) return;
    if (answer.kind === "cell") {
      task.outcomes.push(answer.outcome);
      this.#wait(this.#options.patience ?? PATIENCE);
      return;
    }
    clearTimeout(this.#watch);
    this.#running = undefined;
    if (answer.kind === "names") task.names(answer.names);
    else if (answer.kind === "moment") task.moment(answer.moment);
    else task.finish(task.outcomes);
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
    task?.finish([...task.outcomes, stopped(task, reason)]);
    this.#next();
  }
}

const ignore = (): void => undefined;

function isRunOf(request: Request, notebook: string): boolean {
  return request.kind === "run" && request.notebook === notebook;
}

/** What is told of a cell that did not end by itself. */
function stopped({ request, outcomes }: Task, reason: string): Outcome {
  const name = request.kind === "run" ? request.cells[outcomes.length]?.name : undefined;
  const error: Report = {
    name: "TimeoutError",
    message: `${name ?? "the cell"} was stopped: ${reason}. Your text is as it was; change it and run it again`,
    suggestion: null,
    trace: [],
  };
  return { events: [], error, steps: 0 };
}
