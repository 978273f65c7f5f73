/** Firefox, driven by WebDriver BiDi. */
import puppeteer from "puppeteer-core";
import { onPath, temporaryFolder } from "../programs.mjs";
import { puppeteerPage } from "./puppeteer-page.mjs";

const executable = () => onPath("firefox-esr", "firefox");

/** Nothing but the page may use the network. */
const QUIET = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.startup.page": 0,
  "captivedetect.canonicalURL": "",
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "geo.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "",
};

/** @param {import("../page.mjs").Settings} settings */
function preferences(settings) {
  return {
    ...QUIET,
    // puppeteer lets files read files; a reader's browser does not.
    "security.fileuri.strict_origin_policy": true,
    "layout.css.prefers-color-scheme.content-override": settings.theme === "dark" ? 0 : 1,
    "ui.prefersReducedMotion": settings.reducedMotion ? 1 : 0,
  };
}

/** @type {import("../page.mjs").Browser} */
export const firefox = {
  name: "Firefox",
  packages: ["firefox-esr", "fonts-dejavu-core"],
  isInstalled: () => executable() !== undefined,
  deviceScaleFactors: [1, 1.5, 2, 3],
  recordsConsole: true,

  async open(address, settings) {
    const profile = temporaryFolder();
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: executable() ?? "firefox",
      extraPrefsFirefox: preferences(settings),
      userDataDir: profile.path,
    });
    const page = await browser.newPage();
    return puppeteerPage(page, profile, address, settings);
  },
};
