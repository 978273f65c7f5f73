/** Dragging a mark: the parameter that it moves follows the pointer, one for one in the picture. */
import { toData } from "../drawing/axis-map.ts";
import type { AxisMap, Drawn, Mark } from "../engine/engine.ts";
import type { MarkSource } from "./mark-layer.ts";

/** How far a pointer moves before it drags, in CSS pixels: less is a tap. */
const SLACK = 3;

interface Draggable {
  mark(): Mark | undefined;
  drawn(): Drawn | undefined;
  readonly source: MarkSource;
}

/** Where a drag began. */
interface Start {
  readonly value: number;
  /** The pointer's place in data. */
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

export class MarkDrag {
  readonly #target: HTMLElement;
  readonly #what: Draggable;
  #start: Start | undefined;
  #moved = false;

  static on(target: HTMLElement, what: Draggable): void {
    const drag = new MarkDrag(target, what);
    target.addEventListener("pointerdown", (event) => drag.#down(event));
    target.addEventListener("pointermove", (event) => drag.#move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      target.addEventListener(end, () => drag.#end());
    }
  }

  private constructor(target: HTMLElement, what: Draggable) {
    this.#target = target;
    this.#what = what;
  }

  #down(event: PointerEvent): void {
    const movable = this.#what.mark()?.movable;
    const place = this.#along(event)?.place;
    if (!movable || place === undefined || event.button !== 0) return;
    const value = this.#what.source.value(movable.parameter);
    this.#start = { value, place, x: event.clientX, y: event.clientY };
    this.#moved = false;
    this.#target.setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    const movable = this.#what.mark()?.movable;
    const along = this.#along(event);
    if (!this.#start || !movable || along === undefined) return;
    const way = Math.hypot(event.clientX - this.#start.x, event.clientY - this.#start.y);
    this.#moved ||= way > SLACK;
    if (!this.#moved) return;
    const value = followed(this.#start, along, movable.rate);
    if (Number.isFinite(value)) this.#what.source.move(movable.parameter, value);
  }

  #end(): void {
    if (this.#start !== undefined && this.#moved) this.#what.source.letGo();
    this.#start = undefined;
  }

  /** Where the pointer is in data, along the direction in which the mark moves. */
  #along(event: PointerEvent): { readonly map: AxisMap; readonly place: number } | undefined {
    const mark = this.#what.mark();
    const drawn = this.#what.drawn();
    const panel = drawn?.panels.find((one) => one.id === this.#panelOf(drawn, mark));
    const box = this.#target.parentElement?.getBoundingClientRect();
    if (!mark?.movable || panel === undefined || box === undefined) return undefined;
    const across = mark.movable.along === "x";
    const map = across ? panel.x : panel.y;
    const pixel = across ? event.clientX - box.left : event.clientY - box.top;
    return { map, place: toData(map, pixel) };
  }

  #panelOf(drawn: Drawn | undefined, mark: Mark | undefined): string | undefined {
    return drawn?.marks.find((one) => one.id === mark?.id)?.panel;
  }
}

/**
 * The parameter whose mark has gone from the start to a place: by equal differences on a linear
 * axis, by equal ratios on a logarithmic one.
 */
function followed(start: Start, along: { map: AxisMap; place: number }, rate: number): number {
  if (along.map.logarithmic) return start.value * (along.place / start.place) ** (1 / rate);
  return start.value + (along.place - start.place) / rate;
}
