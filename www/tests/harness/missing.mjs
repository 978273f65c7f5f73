/** Prints the programs of the tests that are not on this machine, as a JSON list of `{program, packages}`. */
import { BROWSERS } from "./browsers/all.mjs";
import { nginx } from "./nginx.mjs";
import { python } from "./python.mjs";

const missing = [...BROWSERS, nginx, python].filter((program) => !program.isInstalled());
const list = missing.map(({ name, packages }) => ({ program: name, packages }));
process.stdout.write(`${JSON.stringify(list)}\n`);
