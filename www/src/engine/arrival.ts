/** When what is further down the page is due. */

/** How far outside the window an element counts as near: one window's height. */
const MARGIN = "100% 0%";

/** Comes true when the element is near the window. */
export function comesNear(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
  });
}

let lastTurn = Promise.resolve();

/** Comes true when the page has nothing else to do, for one who asks after the other. */
export function idleTurn(): Promise<void> {
  lastTurn = lastTurn.then(idle);
  return lastTurn;
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari knows no idle time.
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 50);
  });
}
