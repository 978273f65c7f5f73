/** mdBook, which `cargo xtask test hosts` builds unless it is on PATH. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { TARGET } from "./paths.mjs";
import { onPath } from "./programs.mjs";

const BUILT = join(TARGET, "tools/bin/mdbook");

/** Where the program is. */
export function mdbook() {
  const found = existsSync(BUILT) ? BUILT : onPath("mdbook");
  if (found === undefined) throw new Error("there is no mdBook: run `cargo xtask test hosts`");
  return found;
}
