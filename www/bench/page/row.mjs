/**
 * What a workload is. Each file of `workloads/` exports its `rows`, the lines of the table.
 *
 * @typedef {object} Side One way to do the work.
 * @property {(count: number) => void} run Does the work `count` times, always from the same start.
 * @property {() => ArrayLike<number>} check Does a little of the work and returns numbers on which
 *   both sides must agree.
 *
 * @typedef {{ plain: Side, engine: Side }} Sides Plain JavaScript, and the engine.
 *
 * @typedef {typeof import("popgrad-web")} Engine
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit What is counted: `step`, `graph`.
 * @property {number} amount How many units one run holds.
 * @property {"rate" | "time"} shown Whether the table shows units a second or the time of one unit.
 * @property {number} [floor] How many times the speed of plain JavaScript the engine must reach.
 * @property {(engine: Engine) => Sides} sides
 *
 * @typedef {Float64Array & { [index: number]: any }} Members
 *   Numbers read in loops whose bounds are known: without the `any`, TypeScript would take each of
 *   them for `number | undefined`.
 */
export {};
