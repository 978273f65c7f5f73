/** From pixels back to data, along one axis of a drawn picture. */
import type { AxisMap } from "../engine/engine.ts";

export function toData(map: AxisMap, pixel: number): number {
  const position = map.logarithmic ? Math.log10 : (value: number) => value;
  const [low, high] = [position(map.domain[0]), position(map.domain[1])];
  const [start, end] = map.pixels;
  const place = low + ((pixel - start) / (end - start)) * (high - low);
  return map.logarithmic ? 10 ** place : place;
}
