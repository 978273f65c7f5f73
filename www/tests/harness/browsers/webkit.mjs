/** WebKitGTK's MiniBrowser, driven by WebDriver on a screen in memory. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DEFAULTS } from "../page.mjs";
import { onPath, start, temporaryFolder } from "../programs.mjs";
import * as display from "./virtual-display.mjs";
import { WebDriverSession } from "./webdriver.mjs";
import { webkitPage } from "./webkit-page.mjs";

const driver = () => onPath("WebKitWebDriver");

/** MiniBrowser is not on PATH: it lies beside WebKitGTK's own processes. */
function miniBrowser() {
  const folders = list("/usr/lib").flatMap((room) =>
    list(room)
      .filter((folder) => folder.includes("/webkit2gtk-4"))
      .flatMap(list),
  );
  return folders.find((file) => file.endsWith("/MiniBrowser"));
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** @type {import("../page.mjs").Browser} */
export const webkit = {
  name: "WebKit",
  packages: ["webkit2gtk-driver", "xvfb", "fonts-dejavu-core"],
  isInstalled: () => driver() !== undefined && miniBrowser() !== undefined && display.isInstalled(),
  // GTK 3 knows whole numbers alone.
  deviceScaleFactors: [1, 2, 3],
  recordsConsole: false,

  async open(address, settings) {
    const profile = temporaryFolder();
    const screen = await display.startDisplay();
    const port = await freePort();
    const server = start(driver() ?? "WebKitWebDriver", [`--port=${port}`], {
      ...environment(profile.path, settings),
      DISPLAY: screen.name,
    });
    const end = async () => {
      await server.end();
      await screen.end();
      profile.remove();
    };
    try {
      const session = await startSession(`http://127.0.0.1:${port}`);
      return await webkitPage(session, end, address, settings);
    } catch (error) {
      await end();
      throw error;
    }
  },
};

/**
 * What WebKit itself writes to its console while a page opens. A driven MiniBrowser does not write
 * it, so this one runs free.
 * @param {string} address
 * @param {() => Promise<void>} opened waits until the page is open
 */
export async function consoleWhileOpening(address, opened) {
  const profile = temporaryFolder();
  const screen = await display.startDisplay();
  const words = ["--enable-write-console-messages-to-stdout=true", address];
  const browser = start(miniBrowser() ?? "MiniBrowser", words, {
    ...environment(profile.path, DEFAULTS),
    DISPLAY: screen.name,
  });
  let written = "";
  for (const stream of [browser.output, browser.errors]) {
    stream.setEncoding("utf8").on("data", (text) => {
      written += text;
    });
  }
  await opened();
  await browser.end();
  await screen.end();
  profile.remove();
  return written.split("\n").filter((line) => line.includes("CONSOLE"));
}

/**
 * Scale, theme and motion are the desktop's to say.
 * @param {string} folder
 * @param {import("../page.mjs").Settings} settings
 */
function environment(folder, { deviceScaleFactor, theme, reducedMotion }) {
  const desktop = join(folder, "config", "gtk-3.0");
  mkdirSync(desktop, { recursive: true });
  const motion = `gtk-enable-animations=${reducedMotion ? 0 : 1}`;
  writeFileSync(join(desktop, "settings.ini"), `[Settings]\n${motion}\n`);
  return {
    GDK_BACKEND: "x11",
    GDK_SCALE: String(deviceScaleFactor),
    GTK_THEME: theme === "dark" ? "Adwaita:dark" : "Adwaita",
    HOME: folder,
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_DATA_HOME: join(folder, "data"),
  };
}

/**
 * The driver takes a moment before it listens.
 * @param {string} address
 */
async function startSession(address) {
  const options = { binary: miniBrowser(), args: ["--automation"] };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await WebDriverSession.start(address, { "webkitgtk:browserOptions": options });
    } catch (error) {
      if (attempt === 50) throw error;
      await pause(100);
    }
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
