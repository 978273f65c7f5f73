/** W3: the field of a net 2-8-8-1 on a grid of 256 by 256 points, anew for other weights, as under a slider. */
import { tanhNet } from "../engine/tanh-net.mjs";
import * as loops from "../plain/loops.mjs";
import { TanhNet } from "../plain/tanh-net.mjs";
import * as unrolled from "../plain/unrolled-loops.mjs";
import { netStart } from "../shared/net-start.mjs";

const SIDE = 256;
const START = netStart([2, 8, 8, 1], 4);
const FIRST_WEIGHTS = START.weights[0] ?? new Float64Array();
const GRID = Float64Array.from({ length: 2 * SIDE * SIDE }, (_, index) => {
  const point = index >> 1;
  const place = index % 2 === 0 ? point % SIDE : Math.floor(point / SIDE);
  return (4 * place) / (SIDE - 1) - 2;
});

/** @param {import("../plain/loops.mjs").Loops} kind @returns {import("../row.mjs").Side} */
function plain(kind) {
  // One row of the grid at a time: what lies between the layers stays in the cache.
  const net = new TanhNet(START, SIDE, kind);
  const rows = Array.from({ length: SIDE }, (_, row) =>
    GRID.subarray(2 * SIDE * row, 2 * SIDE * (row + 1)),
  );
  const field = new Float64Array(SIDE * SIDE);
  /** @param {number} count */
  const run = (count) => {
    for (let index = 0; index < count; index++) {
      net.restart();
      for (let row = 0; row < SIDE; row++) field.set(net.forward(rows[row] ?? GRID), row * SIDE);
    }
    return field;
  };
  return { run, check: () => run(1) };
}

/** @param {import("../row.mjs").Engine} engine @returns {import("../row.mjs").Side} */
function withEngine(engine) {
  const { weights, output } = tanhNet(engine, START, GRID);
  const [firstWeights = output] = weights;
  const tape = new engine.Tape(output);
  /** @param {number} count */
  const run = (count) => {
    /** @type {Float64Array} */
    let field = new Float64Array();
    for (let index = 0; index < count; index++) {
      tape.set(firstWeights, FIRST_WEIGHTS);
      tape.forward();
      field = tape.value(output);
    }
    return field;
  };
  return { run, check: () => run(1) };
}

/** @type {Omit<import("../row.mjs").Row, "name" | "sides">} */
const common = { unit: "grid", amount: 1, shown: "time", floor: 1.5 };

/** @type {import("../row.mjs").Row[]} */
export const rows = [
  {
    ...common,
    name: "W3 2-8-8-1 on 256x256 points",
    sides: (engine) => ({ plain: plain(loops), engine: withEngine(engine) }),
  },
  {
    ...common,
    name: "W3 against unrolled loops",
    sides: (engine) => ({ plain: plain(unrolled), engine: withEngine(engine) }),
  },
];
