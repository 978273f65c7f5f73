/** Another version of the built site, as the next build would write it. */
import { createHash } from "node:crypto";
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./programs.mjs";
import { DIST } from "./server.mjs";

const WORKER = "service-worker.js";
const NEXT = "app-00000000000000ff";

/** The paths that the worker of the built site lists: all but its own, and what lies compressed beside them. */
export async function listed() {
  const paths = await filesOf(DIST);
  return paths.filter((path) => path !== WORKER && !path.endsWith(".gz"));
}

/**
 * Copies the built site, changes the words of a page and names the folder of scripts anew.
 * @param {{ halfway?: boolean }} [options] `halfway`: the pages are newer than the worker
 */
export async function nextVersion({ halfway = false } = {}) {
  const { path: folder, remove } = temporaryFolder();
  await cp(DIST, folder, { recursive: true });
  const before = (await readdir(folder)).find((name) => name.startsWith("app-")) ?? "";
  if (!halfway) await rename(join(folder, before), join(folder, NEXT));
  const after = halfway ? before : NEXT;
  for (const path of await filesOf(folder)) {
    if (/\.(html|json)$/.test(path)) await change(join(folder, path), before, after);
  }
  if (!halfway) await list(folder);
  return { folder, before, after, remove };
}

/**
 * @param {string} file
 * @param {string} before
 * @param {string} after
 */
async function change(file, before, after) {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replaceAll(before, after).replace("</title>", ", next</title>"));
}

/**
 * Writes the first line of the worker as the build does.
 * @param {string} folder
 */
async function list(folder) {
  const paths = (await filesOf(folder)).filter((path) => path !== WORKER);
  const files = Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path, digest(await readFile(join(folder, path)))]),
    ),
  );
  const worker = join(folder, WORKER);
  const code = (await readFile(worker, "utf8")).split("\n").slice(1).join("\n");
  const site = JSON.stringify({ version: digest(JSON.stringify(files)), files });
  await writeFile(worker, `const SITE=${site};\n${code}`);
}

/** @param {string | Buffer} content */
function digest(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * The paths of all files in a folder, with forward slashes.
 * @param {string} folder
 */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length + (folder.endsWith("/") ? 0 : 1)),
    )
    .sort();
}
