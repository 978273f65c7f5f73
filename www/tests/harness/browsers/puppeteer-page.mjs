/** A page of Chromium or Firefox, both driven through puppeteer. */

import { parts } from "./keys.mjs";

/** How many positions a pointer visits on its way. */
const STEPS = 12;

/** How long a frame may take to open, in milliseconds. */
const PATIENCE = 20_000;

/**
 * @param {import("puppeteer-core").Page} page
 * @param {{ remove: () => void }} profile
 * @param {string} address
 * @param {import("../page.mjs").Settings} settings
 * @returns {Promise<import("../page.mjs").Page>}
 */
export async function puppeteerPage(page, profile, address, settings) {
  /** @type {string[]} */
  const messages = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`uncaught: ${describe(error)}`));
  page.on("request", (request) => requests.push(request.url()));
  const { width, height, deviceScaleFactor } = settings;
  await page.setViewport({ width, height, deviceScaleFactor });
  await page.goto(address, { waitUntil: "load" });
  return {
    // puppeteer's own type wants the arguments' types unwrapped from its handles.
    evaluate: (body, ...words) =>
      /** @type {Promise<never>} */ (page.evaluate(body, .../** @type {never} */ (words))),
    evaluateWithin: async (body, ...words) => {
      const frame = await page.waitForFrame(isEmbedded, { timeout: PATIENCE });
      return /** @type {Promise<never>} */ (frame.evaluate(body, .../** @type {never} */ (words)));
    },
    press: (key) => press(page, key),
    type: (text) => page.keyboard.type(text),
    drag: (from, to) => drag(page, from, to),
    resize: (wide, high, zoom = 1) =>
      page.setViewport({
        width: wide / zoom,
        height: high / zoom,
        deviceScaleFactor: deviceScaleFactor * zoom,
      }),
    setTheme: (theme) =>
      page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]),
    tap: ({ x, y }) => page.touchscreen.tap(x, y),
    print: (isPaper) => page.emulateMediaType(isPaper ? "print" : "screen"),
    screenshot: () => page.screenshot({ type: "png" }),
    consoleMessages: async () => messages,
    requests: async () => requests,
    close: async () => {
      await page.browser().close();
      profile.remove();
    },
  };
}

/**
 * Whether a frame stands in a page and shows something.
 * @param {import("puppeteer-core").Frame} frame
 */
function isEmbedded(frame) {
  return frame.parentFrame() !== null && !["", "about:blank"].includes(frame.url());
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {import("../page.mjs").Key} key
 */
async function press(page, key) {
  const [modifier, plain] = parts(key);
  if (modifier !== undefined) await page.keyboard.down(modifier);
  // By its code, "Space" is known to Chromium alone.
  await page.keyboard.press(plain === "Space" ? " " : plain);
  if (modifier !== undefined) await page.keyboard.up(modifier);
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {import("../page.mjs").Point} from
 * @param {import("../page.mjs").Point} to
 */
async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: STEPS });
  await page.mouse.up();
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? error.message : String(error);
}
