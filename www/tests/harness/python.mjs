/** Python: as the course tools want it, and as it unpacks an archive. */
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { TARGET } from "./paths.mjs";
import { onPath } from "./programs.mjs";

/** The programs of the course tools, which `cargo xtask test hosts` installs. */
const TOOLS = join(TARGET, "tools/python/bin");

/** The Python that the course tools are installed with. */
export const python = {
  name: "Python",
  packages: ["python3", "python3-venv"],
  isInstalled: () => makesFolders(onPath("python3")),
};

/** @param {string | undefined} program */
function makesFolders(program) {
  if (program === undefined) return false;
  try {
    execFileSync(program, ["-c", "import ensurepip, venv"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const run = promisify(execFile);

/**
 * Runs one of the course tools, or the `python` that has them, and returns what it printed.
 * @param {string} program
 * @param {string[]} words its arguments
 */
export async function tool(program, words) {
  const path = join(TOOLS, program);
  if (!existsSync(path)) throw new Error(`there is no ${path}: run \`cargo xtask test hosts\``);
  const { stdout } = await run(path, words, { maxBuffer: 2 ** 26 });
  return stdout;
}

/**
 * Unpacks a zip archive.
 * @param {string} archive
 * @param {string} folder
 */
export function unzip(archive, folder) {
  return tool("python", ["-m", "zipfile", "--extract", archive, folder]);
}
