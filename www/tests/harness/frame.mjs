/** What the tests do in the first frame of a page. The functions given to `evaluate` run in the page. */

/** @typedef {import("./page.mjs").Page} Page */

/**
 * Brings the reader's keys to an element of the embedded page, once it is there and enabled.
 * @param {Page} page
 * @param {string} selector
 */
export function focusWithin(page, selector) {
  return page.evaluate(async (wanted) => {
    const patience = performance.now() + 20_000;
    /** @type {HTMLButtonElement | HTMLInputElement | null | undefined} */
    let element;
    while (!element || element.disabled) {
      if (performance.now() > patience) throw new Error(`${wanted} is not there or not enabled`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      element = document.querySelector("iframe")?.contentDocument?.querySelector(wanted);
    }
    element.focus();
  }, selector);
}

/**
 * A property of an element of the embedded page, two frames from now.
 * @param {Page} page
 * @param {string} selector
 * @param {string} property
 */
export function within(page, selector, property) {
  return page.evaluate(
    async (wanted, name) => {
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const inside = document.querySelector("iframe")?.contentDocument;
      return Reflect.get(inside?.querySelector(wanted) ?? {}, name);
    },
    selector,
    property,
  );
}

/**
 * Waits until the embedded page has drawn what is in view, and counts what can be moved.
 * @param {Page} page
 * @param {string} name of what is waited for, for people
 */
export function untilDrawn(page, name) {
  return page.evaluate(async (what) => {
    const inside = () => document.querySelector("iframe")?.contentDocument;
    const patience = performance.now() + 20_000;
    while (inside()?.querySelector("popgrad-panel[data-alive] canvas") == null) {
      if (performance.now() > patience) throw new Error(`${what} is not drawn`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { enabled: inside()?.querySelectorAll(".controls input:enabled").length ?? 0 };
  }, name);
}
