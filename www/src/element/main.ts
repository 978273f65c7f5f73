/** The script of pages that use `<popgrad-figure>`, as a module and as one classic script. */
import { defineFigure } from "./define.ts";

defineFigure();
