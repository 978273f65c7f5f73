/** What stands in a graph view. */
import { foot } from "./figure-foot.ts";

const CONTENT = `
<p class="figure-title"></p>
<p class="figure-subtitle"></p>
<div class="frame picture"><div class="paper"><div class="drawing" role="img" aria-label="The graph"></div></div></div>
<p class="moment" role="status"></p>
<div class="steps">
  <button type="button" class="back" aria-label="One step back">◀</button>
  <button type="button" class="play">Play</button>
  <button type="button" class="step" aria-label="One step on">▶</button>
  <input type="range" min="0" max="0" step="1" aria-label="Step of the forward and backward pass">
</div>
<fieldset>
  <legend>When a part arrives</legend>
  <label><input type="radio" value="add" checked> add it (+=)</label>
  <label><input type="radio" value="replace"> bug: keep the last (=)</label>
  <label><input type="radio" value="stale"> bug: gradients not zeroed</label>
</fieldset>
<div class="sizes">
  <button type="button" class="smaller" aria-label="Smaller">−</button>
  <button type="button" class="larger" aria-label="Larger">+</button>
  <button type="button" class="whole">Whole graph</button>
  <button type="button" class="fold-all" hidden>Fold repeated layers</button>
</div>
<p class="readout">Point at a node or an edge. Arrow keys go along edges, Shift moves the picture, + and − make it larger and smaller.</p>
${foot("graph")}
`;

let count = 0;

/** The content of a new view. */
export function template(): DocumentFragment {
  const holder = document.createElement("template");
  holder.innerHTML = CONTENT;
  count += 1;
  for (const option of holder.content.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
    option.name = `graph-rule-${count}`;
  }
  return holder.content;
}
