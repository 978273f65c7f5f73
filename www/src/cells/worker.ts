/**
 * The worker that runs code cells. It holds the language in a memory of its own and nothing else: cells have no way to
 * the page, to storage or to the network. The page ends it when it gives no sign.
 */
import { type Session, startCells } from "../engine/cells-engine.ts";
import type { Answer, Complete, LookAtGraph, Request, Run, Start } from "./protocol.ts";

/** Names for completion are kept of so many notebooks. */
const KEPT = 4;

let language: ReturnType<typeof startCells> | undefined;
/** The sessions of the last runs, the newest last. */
const sessions = new Map<string, Session>();

addEventListener("message", ({ data }: MessageEvent<Start | Request>) => {
  if ("module" in data) void start(data.module);
  else void take(data);
});

async function start(module: WebAssembly.Module): Promise<void> {
  language = startCells(module);
  await language.then(
    () => say({ kind: "started" }),
    (error: unknown) => say({ kind: "died", ticket: 0, reason: String(error) }),
  );
}

async function take(request: Request): Promise<void> {
  try {
    if (request.kind === "run") await run(request);
    else if (request.kind === "graph") lookAt(request);
    else say({ kind: "names", ticket: request.ticket, names: namesOf(request) });
  } catch (error) {
    // After a trap nothing in this memory can be trusted.
    const kind = error instanceof WebAssembly.RuntimeError ? "died" : "refused";
    const reason = error instanceof Error ? error.message : String(error);
    say({ kind, ticket: request.ticket, reason });
  }
}

async function run({ ticket, notebook, cells, settings }: Run): Promise<void> {
  const session = await opened(notebook);
  for (const { kind, name, value } of settings) {
    if (kind === "slider") session.setSlider(name, value);
    else session.setChoice(name, value);
  }
  for (const { name, source } of cells) {
    const outcome = session.run(name, source);
    say({ kind: "cell", ticket, outcome });
    if (outcome.error !== null) break;
  }
  say({ kind: "done", ticket });
}

/** A new session for a notebook, in place of the one before. */
async function opened(notebook: string): Promise<Session> {
  if (language === undefined) throw new Error("this worker was given no language");
  const { Session } = await language;
  sessions.get(notebook)?.free();
  sessions.delete(notebook);
  for (const [oldest, session] of sessions) {
    if (sessions.size < KEPT) break;
    session.free();
    sessions.delete(oldest);
  }
  const session = new Session();
  sessions.set(notebook, session);
  return session;
}

/** What cannot be shown is no graph. */
function lookAt({ ticket, notebook, cell, id, move }: LookAtGraph): void {
  const what = "what" in move ? move.what : "";
  const moment = sessions.get(notebook)?.graph(cell, id, move.ask, what) ?? null;
  say({ kind: "moment", ticket, moment });
}

function namesOf({ notebook, of }: Complete): readonly string[] {
  const session = sessions.get(notebook);
  if (session === undefined) return [];
  return of === null ? session.names() : session.attributes(of);
}

function say(answer: Answer): void {
  postMessage(answer);
}
