/** What a reader may ask for later, in files of its own beside the page's scripts. */

/** What runs and edits code cells. */
export const openCells = () => import("../cells/opened.ts");

/** The dialog "Use this figure". */
export const openDialog = () => import("../share/dialog.ts");
