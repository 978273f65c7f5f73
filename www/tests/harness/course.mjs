/** A course that is built into a folder and served by a host of its own, while the figures come from another. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./programs.mjs";
import { startHost } from "./server.mjs";

/**
 * @typedef {object} Course
 * @property {string} folder with its sources
 * @property {string} figures the address of the figures' host
 * @property {(files: Record<string, string>) => Promise<void>} write Writes sources, by their path in the folder.
 * @property {(built: string) => string} serve Serves a folder below; returns its address.
 */

/** @param {(course: Course) => Promise<void>} body */
export async function inCourse(body) {
  const { path: folder, remove } = temporaryFolder();
  const [figures, host] = await Promise.all([
    startHost({ isPublished: true }),
    startHost({ isOpen: true }),
  ]);
  const serve = (/** @type {string} */ built) => {
    host.show(join(folder, built));
    return host.address;
  };
  const write = (/** @type {Record<string, string>} */ files) => writeAll(folder, files);
  try {
    await body({ folder, figures: figures.address, write, serve });
  } finally {
    await Promise.all([figures.close(), host.close()]);
    remove();
  }
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files
 */
async function writeAll(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
