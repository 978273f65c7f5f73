/** W7: many small graphs, x * x + x of three members: built, summed, differentiated, read, dropped. */
import { MemberNode } from "../plain/member-node.mjs";

const MEMBERS = [1, 2, 3];

function plainOnce() {
  const x = new MemberNode(MEMBERS);
  x.mul(x).add(x).sum().backprop();
  return x.grad;
}

/** @param {import("../row.mjs").Engine} engine */
function engineOnce({ PopulationNode }) {
  const x = new PopulationNode(MEMBERS);
  const square = x.mul(x);
  const total = square.add(x);
  const sum = total.sum();
  sum.backprop();
  const gradient = x.grad;
  x.free();
  square.free();
  total.free();
  sum.free();
  return gradient;
}

/** @param {() => ArrayLike<number>} once @returns {import("../row.mjs").Side} */
function repeated(once) {
  return {
    run(count) {
      for (let index = 0; index < count; index++) once();
    },
    check: once,
  };
}

/** @type {import("../row.mjs").Row[]} */
export const rows = [
  {
    name: "W7 x * x + x of three members",
    unit: "graph",
    amount: 1,
    shown: "rate",
    floor: 1,
    sides: (engine) => ({
      plain: repeated(plainOnce),
      engine: repeated(() => engineOnce(engine)),
    }),
  },
];
