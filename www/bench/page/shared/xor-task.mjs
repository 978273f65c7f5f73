/** The XOR net 2-4-1 with inputs and targets ±1: where W1 and W6 begin. */
import { netStart } from "./net-start.mjs";

export const INPUTS = Float64Array.of(-1, -1, -1, 1, 1, -1, 1, 1);
export const TARGETS = Float64Array.of(-1, 1, 1, -1);
export const START = netStart([2, 4, 1], 1);
