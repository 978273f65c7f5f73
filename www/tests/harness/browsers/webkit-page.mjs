/** A page of WebKitGTK's MiniBrowser. */
import { parts } from "./keys.mjs";

/** WebDriver's code points for keys. @type {Record<import("../page.mjs").PlainKey | "z", string>} */
const KEYS = {
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  z: "z",
};

const HELD = { Shift: "\uE008", Control: "\uE009" };

/** How many positions a pointer visits on its way. */
const STEPS = 12;

/** The window's bars cannot be narrower, in CSS pixels. */
const NARROWEST = 450;

/**
 * @param {import("./webdriver.mjs").WebDriverSession} session
 * @param {() => Promise<void>} end
 * @param {string} address
 * @param {import("../page.mjs").Settings} settings
 * @returns {Promise<import("../page.mjs").Page>}
 */
export async function webkitPage(session, end, address, settings) {
  await resize(session, settings.width, settings.height);
  if (settings.width < NARROWEST) {
    await openInFrame(session, address, settings);
  } else {
    await session.post("url", { url: address });
  }
  return {
    evaluate: (body, ...words) =>
      /** @type {Promise<never>} */ (session.run(body.toString(), words)),
    press: (key) => press(session, key),
    type: (text) => strike(session, [...text]),
    drag: (from, to) => drag(session, from, to),
    resize: (width, height) => resize(session, width, height),
    screenshot: async () => Buffer.from(String(await session.get("screenshot")), "base64"),
    consoleMessages: async () => /** @type {string[]} */ (await session.run(recorded, [])),
    requests: async () => /** @type {string[]} */ (await session.run(requested, [])),
    close: end,
  };
}

/**
 * Shows the page in a frame of the wanted size, for sizes that the window cannot have.
 * @param {import("./webdriver.mjs").WebDriverSession} session
 * @param {string} address
 * @param {import("../page.mjs").Settings} settings
 */
async function openInFrame(session, address, { width, height }) {
  const frame = new URL("__test__/frame.html", address);
  frame.search = new URLSearchParams({ width: `${width}`, height: `${height}` }).toString();
  await session.post("url", { url: frame.href });
  await session.post("frame", { id: 0 });
}

/** The messages kept by `modules/console-recorder.js`, which the server puts first in the page. */
const recorded = "() => globalThis.recordedConsoleMessages";

const requested = `() => [
  location.href,
  ...performance.getEntriesByType("resource").map((entry) => entry.name),
]`;

/**
 * Sizes the window so that the viewport, without the window's bars, has the size.
 * @param {import("./webdriver.mjs").WebDriverSession} session
 * @param {number} width
 * @param {number} height
 */
async function resize(session, width, height) {
  const bars = "() => [outerWidth - innerWidth, outerHeight - innerHeight]";
  const [across, down] = /** @type {[number, number]} */ (await session.run(bars, []));
  await session.post("window/rect", { width: width + across, height: height + down });
}

/**
 * @param {import("./webdriver.mjs").WebDriverSession} session
 * @param {import("../page.mjs").Key} key
 */
async function press(session, key) {
  const [modifier, plain] = parts(key);
  await strike(session, [KEYS[plain]], modifier === undefined ? [] : [HELD[modifier]]);
}

/**
 * Strikes keys one after the other while others are held.
 * @param {import("./webdriver.mjs").WebDriverSession} session
 * @param {string[]} keys
 * @param {string[]} [held]
 */
async function strike(session, keys, held = []) {
  const actions = [
    ...held.map((value) => ({ type: "keyDown", value })),
    ...keys.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]),
    ...held.map((value) => ({ type: "keyUp", value })),
  ];
  await session.post("actions", { actions: [{ type: "key", id: "keys", actions }] });
}

/**
 * @param {import("./webdriver.mjs").WebDriverSession} session
 * @param {import("../page.mjs").Point} from
 * @param {import("../page.mjs").Point} to
 */
async function drag(session, from, to) {
  const steps = Array.from({ length: STEPS }, (_, step) => (step + 1) / STEPS);
  const way = steps.map((part) =>
    move(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)),
  );
  const actions = [
    move(from.x, from.y),
    { type: "pointerDown", button: 0 },
    ...way,
    { type: "pointerUp", button: 0 },
  ];
  await session.post("actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
}

/**
 * @param {number} x
 * @param {number} y
 */
function move(x, y) {
  return {
    type: "pointerMove",
    duration: 20,
    origin: "viewport",
    x: Math.round(x),
    y: Math.round(y),
  };
}
