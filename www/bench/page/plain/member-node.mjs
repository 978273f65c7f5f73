/**
 * A small engine in the manner of micrograd, with a list of members in each node: a node knows its
 * parents and a closure that passes its gradient on to them.
 *
 * @typedef {any[]} Numbers with `any`, since TypeScript would take each for `number | undefined`
 */
export class MemberNode {
  /**
   * @param {Numbers} data
   * @param {MemberNode[]} [parents]
   * @param {(gradient: Numbers) => void} [passOn]
   */
  constructor(data, parents = [], passOn = nothing) {
    this.data = data;
    this.grad = filled(data.length, 0);
    this.parents = parents;
    this.passOn = passOn;
  }

  /** @param {MemberNode} other */
  add(other) {
    const length = this.data.length;
    const sums = filled(length, 0);
    for (let index = 0; index < length; index++) sums[index] = this.data[index] + other.data[index];
    return new MemberNode(sums, [this, other], (gradient) => {
      for (let index = 0; index < length; index++) {
        this.grad[index] += gradient[index];
        other.grad[index] += gradient[index];
      }
    });
  }

  /** @param {MemberNode} other */
  mul(other) {
    const length = this.data.length;
    const products = filled(length, 0);
    for (let index = 0; index < length; index++) {
      products[index] = this.data[index] * other.data[index];
    }
    return new MemberNode(products, [this, other], (gradient) => {
      for (let index = 0; index < length; index++) {
        this.grad[index] += other.data[index] * gradient[index];
        other.grad[index] += this.data[index] * gradient[index];
      }
    });
  }

  sum() {
    const length = this.data.length;
    let sum = 0;
    for (let index = 0; index < length; index++) sum += this.data[index];
    return new MemberNode([sum], [this], (gradient) => {
      for (let index = 0; index < length; index++) this.grad[index] += gradient[0];
    });
  }

  backprop() {
    /** @type {MemberNode[]} */
    const order = [];
    const visited = new Set();
    /** @param {MemberNode} node */
    const visit = (node) => {
      if (visited.has(node)) return;
      visited.add(node);
      for (const parent of node.parents) visit(parent);
      order.push(node);
    };
    visit(this);
    this.grad = filled(this.data.length, 1);
    for (const node of order.reverse()) node.passOn(node.grad);
  }
}

function nothing() {}

/**
 * @param {number} length
 * @param {number} number
 * @returns {Numbers}
 */
function filled(length, number) {
  const list = new Array(length);
  for (let index = 0; index < length; index++) list[index] = number;
  return list;
}
