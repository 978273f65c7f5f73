/** A figure that a cell put out, as an element of the page with all that figures have. */

import { foot } from "../elements/figure-foot.ts";
import type { FigureModel } from "../elements/figure-model.ts";
import { PanelElement } from "../elements/panel.ts";
import { type CellFigure, openCellFigure } from "../engine/cells-engine.ts";

/** The widths at which the two layouts are drawn, and their classes on the page. */
const LAYOUTS = [
  ["narrow", 340],
  ["wide", 720],
] as const;

/**
 * `<popgrad-cell-figure>`: a figure of a cell. It is no `<popgrad-panel>`, since the experiment around the cell would
 * take that for one of its own.
 */
export class CellFigureElement extends PanelElement {
  /** The figure that these bytes stand for. */
  static async of(bytes: Uint8Array): Promise<CellFigureElement> {
    const figure = await openCellFigure(bytes);
    const element = document.createElement("popgrad-cell-figure") as CellFigureElement;
    element.#build(figure);
    return element;
  }

  #figure: CellFigure | undefined;

  override get figure(): string {
    return "figure";
  }

  /** Shows another figure in its place, if that has the same shape. */
  replace(bytes: Uint8Array): void {
    this.#figure?.replace(bytes);
    this.#fit();
    this.redraw();
  }

  override connectedCallback(): void {
    const figure = this.#figure;
    if (figure !== undefined) this.attach(modelOf(figure));
  }

  /** What the cell put out is shown no more. */
  drop(): void {
    this.remove();
    this.#figure?.free();
    this.#figure = undefined;
  }

  #build(figure: CellFigure): void {
    this.#figure = figure;
    const template = document.createElement("template");
    template.innerHTML = TEMPLATE;
    this.append(template.content);
    this.#fit();
  }

  /** Gives the picture the height that it will have, in both layouts. */
  #fit(): void {
    const figure = this.#figure;
    if (figure === undefined) return;
    for (const [layout, width] of LAYOUTS) {
      const size = `0 0 ${width} ${figure.height(width)}`;
      this.querySelector(`.${layout} svg`)?.setAttribute("viewBox", size);
    }
  }
}

const TEMPLATE = `
<figure>
  <figcaption><span class="figure-title"></span><span class="figure-subtitle"></span></figcaption>
  <div class="frame"><div class="picture">
    <div class="narrow"><svg aria-hidden="true"></svg></div><div class="wide"><svg aria-hidden="true"></svg></div>
  </div></div>
</figure>
<p class="readout">Point at a mark or tap it to have it explained.</p>
<p class="caption"></p>${foot("figure")}`;

/** Nothing in a cell's figure moves a parameter. */
function modelOf(experiment: CellFigure): FigureModel {
  return {
    experiment,
    about: () => undefined,
    read: () => ({ value: Number.NaN, printed: "", spoken: "" }),
  };
}

customElements.define("popgrad-cell-figure", CellFigureElement);
