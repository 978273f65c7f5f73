/** Finding and running the browsers' programs. */
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The first of the programs that is on PATH.
 * @param {...string} names
 * @returns {string | undefined} its full path
 */
export function onPath(...names) {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @type {Set<() => void>} */
const ends = new Set();
process.once("exit", () => {
  for (const end of ends) end();
});

/**
 * Starts a program that leads its own process group, so that ending it ends what it started.
 * @param {string} program
 * @param {string[]} words its arguments
 * @param {NodeJS.ProcessEnv} environment added to this process's own
 */
export function start(program, words, environment = {}) {
  const child = spawn(program, words, {
    detached: true,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Whoever wants it listens; unread output would stop the program.
  child.stderr.resume();
  const gone = new Promise((resolve) => child.once("close", resolve));
  const kill = () => {
    ends.delete(kill);
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // The group has ended by itself.
    }
  };
  ends.add(kill);
  const end = async () => {
    kill();
    await gone;
  };
  return { output: child.stdout, errors: child.stderr, end };
}

/** A new empty folder, for a browser's profile; `remove` takes it away. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "popgrad-page-test-"));
  const remove = () => {
    ends.delete(remove);
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  ends.add(remove);
  return { path, remove };
}
