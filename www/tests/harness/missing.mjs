/** Prints the browsers that are not on this machine, as a JSON list of `{browser, packages}`. */
import { BROWSERS } from "./browsers/all.mjs";

const missing = BROWSERS.filter((browser) => !browser.isInstalled());
const list = missing.map(({ name, packages }) => ({ browser: name, packages }));
process.stdout.write(`${JSON.stringify(list)}\n`);
