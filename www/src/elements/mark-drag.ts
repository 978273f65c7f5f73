/** Dragging a mark: the parameter that it moves follows the pointer, one for one in the picture. */
import { toData } from "../drawing/axis-map.ts";
import type { AxisMap, Drawn, Mark } from "../engine/engine.ts";
import type { MarkSource } from "./mark-layer.ts";

interface Draggable {
  mark(): Mark | undefined;
  drawn(): Drawn | undefined;
  readonly source: MarkSource;
}

export class MarkDrag {
  readonly #target: HTMLElement;
  readonly #what: Draggable;
  /** The parameter and the pointer's place in data where the drag began. */
  #start: { readonly value: number; readonly place: number } | undefined;

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
    const place = this.#place(event);
    if (!movable || place === undefined || event.button !== 0) return;
    this.#start = { value: this.#what.source.value(movable.parameter), place };
    this.#target.setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    const movable = this.#what.mark()?.movable;
    const place = this.#place(event);
    if (!this.#start || !movable || place === undefined) return;
    const moved = (place - this.#start.place) / movable.rate;
    this.#what.source.move(movable.parameter, this.#start.value + moved);
  }

  #end(): void {
    this.#start = undefined;
  }

  /** Where the pointer is in data, along the direction in which the mark moves. */
  #place(event: PointerEvent): number | undefined {
    const mark = this.#what.mark();
    const drawn = this.#what.drawn();
    const panel = drawn?.panels.find((one) => one.id === this.#panelOf(drawn, mark));
    if (!mark?.movable || panel === undefined) return undefined;
    const box = this.#target.parentElement?.getBoundingClientRect();
    if (box === undefined) return undefined;
    const along: [AxisMap, number] =
      mark.movable.along === "x"
        ? [panel.x, event.clientX - box.left]
        : [panel.y, event.clientY - box.top];
    return toData(...along);
  }

  #panelOf(drawn: Drawn | undefined, mark: Mark | undefined): string | undefined {
    return drawn?.marks.find((one) => one.id === mark?.id)?.panel;
  }
}
