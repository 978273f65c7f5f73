/** A click in a map sets the parameters of its axes to the place of the pointer. */
import { toData } from "../drawing/axis-map.ts";
import type { Drawn } from "../engine/engine.ts";
import { lockedAround } from "../link/locks.ts";
import { isForReading } from "../link/settings.ts";

type DrawnPanel = Drawn["panels"][number];

interface Movable {
  move(parameter: string, value: number): void;
  letGo(): void;
}

/** Listens to a canvas until it is told to end. Marks lie above it and keep their clicks. */
export function pickFrom(
  canvas: HTMLCanvasElement,
  drawn: () => Drawn | undefined,
  what: Movable,
  end: AbortSignal,
): void {
  if (isForReading(canvas)) return;
  const locked = lockedAround(canvas);
  const invite = (event: MouseEvent) =>
    canvas.classList.toggle("picking", mapUnder(event, drawn()) !== undefined);
  const pick = (event: MouseEvent) => {
    const map = mapUnder(event, drawn());
    if (!map?.pick) return;
    const { x, y } = map.pick;
    if (!locked.has(x)) what.move(x, toData(map.x, event.offsetX));
    if (!locked.has(y)) what.move(y, toData(map.y, event.offsetY));
    what.letGo();
  };
  canvas.addEventListener("pointermove", invite, { signal: end });
  canvas.addEventListener("click", pick, { signal: end });
}

function mapUnder({ offsetX, offsetY }: MouseEvent, drawn?: Drawn): DrawnPanel | undefined {
  return drawn?.panels.find(({ pick, area }) => pick !== null && holds(area, offsetX, offsetY));
}

function holds(area: DrawnPanel["area"], x: number, y: number): boolean {
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  return x >= area.left && x <= right && y >= area.top && y <= bottom;
}
