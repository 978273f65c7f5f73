/** Somebody else's page: it notes what the figures in it say. */

/** @type {{ type: string, detail: unknown }[]} */
const heard = [];
for (const what of ["ready", "change", "answer", "error"]) {
  addEventListener(`popgrad:${what}`, (event) => {
    heard.push({ type: what, detail: /** @type {CustomEvent} */ (event).detail });
  });
}
/** @type {string[]} */
const keys = [];
addEventListener("keydown", ({ key }) => keys.push(key));

Object.assign(globalThis, { heard, keys });
