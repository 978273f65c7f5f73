/**
 * What every browser offers to a test, whatever drives it.
 *
 * @typedef {{ x: number, y: number }} Point in CSS pixels from the viewport's corner
 *
 * @typedef {object} OpenOptions
 * @property {number} [width] of the viewport, in CSS pixels
 * @property {number} [height]
 * @property {number} [deviceScaleFactor] device pixels per CSS pixel
 * @property {"light" | "dark"} [theme]
 * @property {boolean} [reducedMotion]
 * @property {string} [path] what follows the page's own address: a file, a query, a hash
 * @property {string} [at] the address of another host than the test's own
 * @property {boolean} [javaScript] whether the page's scripts run (Chromium only)
 *
 * @typedef {Required<OpenOptions>} Settings
 *
 * @typedef {"ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown" | "Home" | "End"
 *   | "Tab" | "Enter" | "Escape" | "Space"} PlainKey
 *
 * @typedef {PlainKey | `Shift+${PlainKey}` | "Control+Enter" | "Control+End" | "Control+z"} Key
 *
 * @typedef {object} Page
 * @property {<T, A extends unknown[]>(body: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} evaluate
 *   Runs a function in the page; arguments and result are JSON values.
 * @property {<T, A extends unknown[]>(body: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} [evaluateWithin]
 *   The same in the first frame of the page, whatever site it comes from (Chromium and Firefox).
 * @property {(key: Key) => Promise<void>} press Presses and releases a real key.
 * @property {(text: string) => Promise<void>} type Types a text where the focus is, over what is selected.
 * @property {(from: Point, to: Point) => Promise<void>} drag Moves a real pointer with its button down.
 * @property {(width: number, height: number, zoom?: number) => Promise<void>} resize
 *   Resizes the window; zooms the page as a reader does, where the browser can be told to (Chromium).
 * @property {(theme: "light" | "dark") => Promise<void>} [setTheme]
 *   Changes the theme that the system asks for, where the browser can be told to (Chromium).
 * @property {(point: Point) => Promise<void>} [tap] Touches with a finger, where the browser can be told to (Chromium).
 * @property {(isPaper: boolean) => Promise<void>} [print] Lays the page out as on paper (Chromium).
 * @property {() => Promise<Uint8Array>} screenshot The viewport as PNG.
 * @property {() => Promise<string[]>} consoleMessages All that the console has shown.
 * @property {() => Promise<string[]>} requests All addresses that the page has asked for.
 * @property {() => Promise<void>} close Ends the browser.
 *
 * @typedef {object} Browser
 * @property {string} name
 * @property {string[]} packages The Debian packages that bring it.
 * @property {() => boolean} isInstalled
 * @property {number[]} deviceScaleFactors Those that it can show.
 * @property {boolean} recordsConsole Whether it tells the console's messages by itself.
 * @property {(address: string, settings: Settings) => Promise<Page>} open
 */

/** @type {Settings} */
export const DEFAULTS = {
  width: 1280,
  height: 900,
  deviceScaleFactor: 1,
  theme: "light",
  reducedMotion: false,
  path: "",
  at: "",
  javaScript: true,
};
