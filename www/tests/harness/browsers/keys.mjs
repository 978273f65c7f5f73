/** Keys as tests name them. */

/**
 * The key that is held, if one is, and the key that is pressed.
 * @param {import("../page.mjs").Key} key
 * @returns {["Shift" | "Control" | undefined, import("../page.mjs").PlainKey | "z"]}
 */
export function parts(key) {
  const names = key.split("+");
  const plain = /** @type {import("../page.mjs").PlainKey} */ (names.at(-1));
  const modifier = names.length > 1 ? names[0] : undefined;
  return [/** @type {"Shift" | "Control" | undefined} */ (modifier), plain];
}
