/** What a page says to the service worker. */

/** The page is open: whatever it was before has been left. */
export const OPENED = "opened";

/** The reader wants the new version. */
export const TAKE_OVER = "take over";
