import { chromium } from "./chromium.mjs";
import { firefox } from "./firefox.mjs";
import { webkit } from "./webkit.mjs";

/** The browsers that the page is tested in. @type {import("../page.mjs").Browser[]} */
export const BROWSERS = [chromium, firefox, webkit];
