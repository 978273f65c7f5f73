/** The engine's checksum over all its digits, as text: JSON has no whole numbers of 64 bits. */

/** @param {typeof import("popgrad-web")} engine */
export function run({ selfCheck }) {
  return String(selfCheck());
}
