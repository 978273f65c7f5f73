/** What a reader may ask for later on a page of the site, and no figure in somebody else's page offers. */
import type * as Beside from "./later-beside.ts";

const absent = () => Promise.reject(new Error("A figure in somebody else's page has none."));

export const openCells: typeof Beside.openCells = absent;
export const openDialog: typeof Beside.openDialog = absent;
