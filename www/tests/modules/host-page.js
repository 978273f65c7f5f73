/** A page that embeds figures: it keeps all that they say, and sends them what a test wants said. */

/** @type {unknown[]} */
const received = [];
addEventListener("message", ({ data }) => received.push(data));

/**
 * Embeds an address, as a course page does.
 * @param {string} address
 * @param {Record<string, string>} [attributes] of the frame
 */
function embed(address, attributes = {}) {
  received.length = 0;
  const frame = document.createElement("iframe");
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  frame.title = "A figure";
  frame.width = "700";
  frame.height = "900";
  frame.src = address;
  document.querySelector("main")?.replaceChildren(frame);
}

/**
 * The first message that is there, or comes within twenty seconds, with these properties.
 * @param {Record<string, unknown>} wanted
 */
async function heard(wanted) {
  const fits = (/** @type {unknown} */ message) =>
    typeof message === "object" &&
    message !== null &&
    Object.entries(wanted).every(([name, value]) => Reflect.get(message, name) === value);
  const patience = performance.now() + 20_000;
  while (!received.some(fits)) {
    if (performance.now() > patience) {
      throw new Error(`not heard: ${JSON.stringify(wanted)} among ${JSON.stringify(received)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return received.find(fits);
}

/** @param {unknown} message for the embedded page */
function say(message) {
  received.length = 0;
  document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
}

Object.assign(globalThis, { received, embed, heard, say });
