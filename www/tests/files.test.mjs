/** A figure is saved as data, as a drawing and as a picture. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { shown, slider } from "./harness/experiment.mjs";

inEachBrowser("a figure is saved as CSV, SVG and PNG, as it stands", async ({ openAlive }) => {
  const page = await openAlive();
  const start = await saved(page, "csv");
  assert.match(start.text, /^panel,layer,name,x,y,value\r\n/);
  assert.match(start.name, /\.csv$/);
  await slider(page);
  await page.press("Home");
  await shown(page);
  assert.notEqual((await saved(page, "csv")).text, start.text);
  const svg = await saved(page, "svg");
  assert.match(svg.text, /^<svg[\s\S]*<\/svg>\s*$/);
  assert.doesNotMatch(svg.text, /var\(--/);
  const png = await saved(page, "png");
  assert.equal(png.text.slice(1, 4), "PNG");
  assert.ok(png.size > 10_000, `${png.size} bytes`);
  assert.deepEqual(await page.consoleMessages(), []);
});

/**
 * Presses a button and catches the file that the browser is handed.
 * @param {import("./harness/page.mjs").Page} page
 * @param {string} format
 */
function saved(page, format) {
  return page.evaluate(async (wanted) => {
    /** @type {Blob | undefined} */
    let file;
    let name = "";
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      file = /** @type {Blob} */ (blob);
      return "#file";
    };
    HTMLAnchorElement.prototype.click = function click() {
      name = this.download;
    };
    /** @type {HTMLButtonElement | null} */
    const button = document.querySelector(`.files button[value=${wanted}]`);
    button?.click();
    for (let wait = 0; wait < 200 && name === ""; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    URL.createObjectURL = createObjectURL;
    if (!file) throw new Error(`no file as ${wanted}`);
    return { name, size: file.size, text: await file.text() };
  }, format);
}
