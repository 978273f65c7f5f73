/** Chromium, driven by the DevTools protocol. */
import puppeteer from "puppeteer-core";
import { onPath, temporaryFolder } from "../programs.mjs";
import { puppeteerPage } from "./puppeteer-page.mjs";

const executable = () => onPath("chromium", "chromium-browser", "google-chrome");

/** Nothing but the page may use the network; tests of memory call the garbage collector. */
const FLAGS = [
  "--js-flags=--expose-gc",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @type {import("../page.mjs").Browser} */
export const chromium = {
  name: "Chromium",
  packages: ["chromium", "fonts-dejavu-core"],
  isInstalled: () => executable() !== undefined,
  deviceScaleFactors: [1, 1.5, 2, 3],
  recordsConsole: true,

  async open(address, settings) {
    const { browser, profile } = await launch();
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(settings.javaScript);
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: settings.theme },
      {
        name: "prefers-reduced-motion",
        value: settings.reducedMotion ? "reduce" : "no-preference",
      },
    ]);
    return puppeteerPage(page, profile, address, settings);
  },
};

/** Starts the browser without a page of the tests. */
export async function launch() {
  const profile = temporaryFolder();
  const browser = await puppeteer.launch({
    executablePath: executable() ?? "chromium",
    args: FLAGS,
    userDataDir: profile.path,
  });
  return { browser, profile };
}
