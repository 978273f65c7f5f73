/** What a page of ours has around its experiments and nothing else needs. A page of somebody else is left as it is. */
import { lowerExponents } from "./formulas.ts";
import { offerLinks } from "./link/copy.ts";
import { addStyle } from "./link/settings.ts";
import { keepTheSite } from "./offline/keep.ts";
import cells from "./style/cells.css";
import computing from "./style/computing.css";
import marks from "./style/marks.css";

export function furnish(): void {
  // Styles of what comes with the rest of the code; the sheet of the first download holds none of them.
  addStyle([marks, computing, cells].join("\n"));
  lowerExponents();
  offerLinks();
  void keepTheSite();
}
