/** Where the tests find what was built. */
import { fileURLToPath } from "node:url";

/** Cargo's target folder. */
export const TARGET =
  process.env["CARGO_TARGET_DIR"] ?? fileURLToPath(new URL("../../../target/", import.meta.url));
