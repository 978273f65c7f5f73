/** What no slider waits for. A custom element that is defined here joins the experiment around it when it comes. */
import { CellElement } from "./elements/cell.ts";
import { MiniatureElement } from "./elements/miniature.ts";
import { NumberElement } from "./elements/number.ts";
import { PlayerElement } from "./elements/player.ts";
import { PredictionElement } from "./elements/prediction.ts";
import { RestartElement } from "./elements/restart.ts";
import { SeedElement } from "./elements/seed.ts";
import { SwitchElement } from "./elements/switch.ts";

export { DataTables } from "./elements/data-tables.ts";
export { FigureTools } from "./elements/figure-tools.ts";
export { fetchFurtherControls } from "./elements/further-controls.ts";
export { layFoot } from "./elements/lay-foot.ts";
export { lightWords } from "./elements/lit-words.ts";
export { pickFrom } from "./elements/map-pick.ts";
export { MarkLayer } from "./elements/mark-layer.ts";
// Cells need it too. Named here, it falls into the one file that the page, this code and theirs share.
export { PanelElement } from "./elements/panel.ts";
export { Playback } from "./elements/playback.ts";
export { Readout } from "./elements/readout.ts";
export { furnish } from "./furnish.ts";
export { lookAfter } from "./pool/page-pool.ts";

customElements.define("popgrad-cell", CellElement);
customElements.define("popgrad-seed", SeedElement);
customElements.define("popgrad-switch", SwitchElement);
customElements.define("popgrad-number", NumberElement);
customElements.define("popgrad-player", PlayerElement);
customElements.define("popgrad-restart", RestartElement);
customElements.define("popgrad-prediction", PredictionElement);
customElements.define("popgrad-miniature", MiniatureElement);
