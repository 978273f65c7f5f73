/** Dragging a mark: the parameters that it moves follow the pointer, one for one in the picture. */
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

type Movable = Mark["movable"][number];

/** Where a drag began: the pointer, and every parameter that follows it. */
interface Start {
  readonly x: number;
  readonly y: number;
  readonly follow: readonly Follower[];
}

interface Along {
  readonly map: AxisMap;
  readonly place: number;
}

interface Follower {
  readonly parameter: string;
  readonly value: number;
  /** The pointer's place in data, along the direction of the parameter. */
  readonly place: number;
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
    if (event.button !== 0) return;
    const follow = this.#movable().flatMap((movable) => {
      const place = this.#along(event, movable)?.place;
      const { parameter } = movable;
      const value = this.#what.source.value(parameter);
      return place === undefined ? [] : [{ parameter, value, place }];
    });
    if (follow.length === 0) return;
    this.#start = { x: event.clientX, y: event.clientY, follow };
    this.#moved = false;
    this.#target.setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    if (!this.#start) return;
    const way = Math.hypot(event.clientX - this.#start.x, event.clientY - this.#start.y);
    this.#moved ||= way > SLACK;
    if (!this.#moved) return;
    for (const movable of this.#movable()) this.#follow(event, movable);
  }

  #follow(event: PointerEvent, movable: Movable): void {
    const from = this.#start?.follow.find(({ parameter }) => parameter === movable.parameter);
    const along = this.#along(event, movable);
    if (from === undefined || along === undefined) return;
    const value = followed(from, along, movable.rate);
    if (Number.isFinite(value)) this.#what.source.move(movable.parameter, value);
  }

  #movable(): readonly Movable[] {
    return this.#what.mark()?.movable ?? [];
  }

  #end(): void {
    if (this.#start !== undefined && this.#moved) this.#what.source.letGo();
    this.#start = undefined;
  }

  /** Where the pointer is in data, along a direction in which the mark moves. */
  #along(event: PointerEvent, movable: Movable): Along | undefined {
    const mark = this.#what.mark();
    const drawn = this.#what.drawn();
    const panel = drawn?.panels.find((one) => one.id === this.#panelOf(drawn, mark));
    const box = this.#target.parentElement?.getBoundingClientRect();
    if (panel === undefined || box === undefined) return undefined;
    const across = movable.along === "x";
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
function followed(from: Follower, along: Along, rate: number): number {
  if (along.map.logarithmic) return from.value * (along.place / from.place) ** (1 / rate);
  return from.value + (along.place - from.place) / rate;
}
