/** The engine's checksum over all its digits, as text: JSON has no whole numbers of 64 bits. */

export async function run() {
  // A file that the tests build: the page does not carry the checksum.
  const address = new URL("./self-check/self_check.js", import.meta.url).href;
  const { default: start, selfCheck } = await import(address);
  await start();
  return String(selfCheck());
}
