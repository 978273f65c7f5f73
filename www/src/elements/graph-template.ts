/** What stands in a graph view, and how it looks. It comes with the cells: the style sheet of the page has none of it. */

const STYLE = `
popgrad-graph-place, popgrad-graph-view { display: block; }
popgrad-graph-view { margin: 1rem 0; font: var(--small) / 1.5 var(--sans); }
popgrad-graph-view .frame { position: relative; height: clamp(18rem, 50vh, 32rem); overflow: clip; border: 1px solid var(--grid); border-radius: 6px; }
popgrad-graph-view .frame[data-large] { cursor: grab; touch-action: none; }
popgrad-graph-view .paper { position: absolute; top: 0; left: 0; transform-origin: 0 0; }
popgrad-graph-view .drawing svg { position: absolute; width: 100%; height: 100%; }
popgrad-graph-view .mark.fold { cursor: pointer; }
popgrad-graph-view .steps, popgrad-graph-view .sizes { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 0.5rem 0; }
popgrad-graph-view .steps input { flex: 1 1 10rem; min-width: 0; height: 24px; }
popgrad-graph-view .moment { min-height: 3em; margin: 0.25rem 0; font-variant-numeric: tabular-nums; }
popgrad-graph-view .readout { visibility: visible; }
popgrad-graph-view fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.5rem 0; padding: 0; border: 0; }
popgrad-graph-view fieldset label { display: flex; gap: 0.4rem; align-items: center; min-height: 24px; }
@media print { popgrad-graph-view .steps, popgrad-graph-view .sizes, popgrad-graph-view fieldset { display: none; } }
`;

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
<div class="below">
  <details class="data"><summary>The numbers</summary></details>
  <p class="files">Save as
    <button class="link" type="button" value="csv" aria-label="Save the graph as CSV" disabled>CSV</button>
    <button class="link" type="button" value="svg" aria-label="Save the graph as SVG" disabled>SVG</button>
    <button class="link" type="button" value="png" aria-label="Save the graph as PNG" disabled>PNG</button>
  </p>
</div>
`;

let style: CSSStyleSheet | undefined;
let count = 0;

/** The content of a new view. */
export function template(): DocumentFragment {
  if (style === undefined) {
    style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  }
  const holder = document.createElement("template");
  holder.innerHTML = CONTENT;
  count += 1;
  for (const option of holder.content.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
    option.name = `graph-rule-${count}`;
  }
  return holder.content;
}
