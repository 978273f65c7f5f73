/** Runs one of the tests' modules inside the page, on the page's own engine. */

/**
 * @param {import("./page.mjs").Page} page
 * @param {string} name of a file in `modules/` that exports `run`
 * @returns {Promise<unknown>} what its `run` returns
 */
export function runModule(page, name) {
  return page.evaluate((file) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = `__test__/run.mjs?module=${file}`;
    const result = new Promise((resolve, reject) => {
      addEventListener("test-result", (event) => resolve(Reflect.get(event, "detail")), {
        once: true,
      });
      script.addEventListener("error", () => reject(new Error(`${file} cannot be run`)));
    });
    document.head.append(script);
    return result;
  }, name);
}
