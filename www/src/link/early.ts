/** Runs before the first paint: the page wears the settings of its address from the start. */
import { showEmbedded } from "./embed.ts";
import { query } from "./query.ts";
import { applySettings } from "./settings.ts";

applySettings(document.documentElement, query());
// What experiments there are is not known yet: the page's own script looks again.
showEmbedded(() => true);
