/** What a node's members are made of. */
export type Members = number | number[] | number[][] | Float64Array;

/**
 * A node of a computation graph: a population of numbers (or a matrix), the operation that made it, its parents and
 * its gradient.
 *
 * ```js
 * const x = new PopulationNode([1, 2, 3]);
 * const y = x.mul(x).add(x).sum();
 * y.backprop();
 * x.grad; // => 3,5,7
 * y.op; // => sum
 * ```
 *
 * A node that nothing holds any more is given back by the garbage collector, which browsers let run only between
 * tasks: where a loop makes many nodes at once, free them.
 */
export class PopulationNode {
  /**
   * A leaf from a number, a list of numbers, a list of rows or a `Float64Array`.
   *
   * Throws for an empty list, rows of unequal length, or anything that is not a number.
   */
  constructor(values: Members);
  /** Gives the node back. Nodes that were made from it keep what they need. */
  free(): void;
  [Symbol.dispose](): void;
  /** The members in row-major order: a copy. Throws if there is no memory for it. */
  get value(): Float64Array;
  /**
   * Gives a leaf new values, as many as it has members; it keeps its identity and its shape.
   *
   * ```js
   * const x = new PopulationNode([[1, 2], [3, 4]]);
   * x.value = [[5, 6], [7, 8]];
   * x.sum(0).value; // => 12,14
   * x.shape; // => 2,2
   * ```
   *
   * Throws if the node is not a leaf, or the number of members differs.
   */
  set value(values: Members);
  /** The gradient, one number a member; 0 where no `backprop()` has come by: a copy. Throws if there is no memory for it. */
  readonly grad: Float64Array;
  /**
   * How many members: `[n]` for a population, `[rows, columns]` for a matrix.
   *
   * ```js
   * const x = new PopulationNode([[1, 2, 3], [4, 5, 6]]);
   * x.shape; // => 2,3
   * x.sum(1).shape; // => 2
   * ```
   */
  readonly shape: Uint32Array;
  /**
   * The name of the operation that made this node; `leaf` for an input.
   *
   * ```js
   * const x = new PopulationNode(2);
   * x.op; // => leaf
   * x.tanh().op; // => tanh
   * ```
   */
  readonly op: string;
  /**
   * The nodes that this one was computed from, in order; none for a leaf. They are the nodes themselves, not copies:
   * what is written to one is seen by all that depend on it.
   *
   * ```js
   * const x = new PopulationNode(3);
   * const y = x.mul(5);
   * y.parents.length; // => 2
   * y.parents[1].value; // => 5
   * y.backprop();
   * y.parents[0].grad; // => 5
   * ```
   */
  readonly parents: PopulationNode[];
  /**
   * Adds the gradient of this node to that of every leaf it depends on.
   *
   * ```js
   * const x = new PopulationNode(3);
   * x.square().backprop();
   * x.grad; // => 6
   * ```
   *
   * Throws if there is not enough memory for the gradients.
   */
  backprop(): void;
  /**
   * The same with a cotangent of this node to begin with instead of ones.
   *
   * ```js
   * const x = new PopulationNode([1, 2]);
   * x.mul(x).backpropWith([1, 10]);
   * x.grad; // => 2,40
   * ```
   *
   * Throws if there are not as many numbers as members.
   */
  backpropWith(seed: Members): void;
  /**
   * Sets the gradient of this node and of all that it depends on to 0: without it the next `backprop()` adds to what
   * is there.
   *
   * ```js
   * const x = new PopulationNode(3);
   * const y = x.square();
   * y.backprop();
   * y.backprop();
   * x.grad; // => 12
   * y.zeroGrad();
   * y.backprop();
   * x.grad; // => 6
   * ```
   */
  zeroGrad(): void;
  /**
   * The node as one line of text, numbers as Python prints them.
   *
   * ```js
   * const x = new PopulationNode([1, 2.5]);
   * x.toString(); // => [NODE] op=leaf, value=[1.0, 2.5], grad=[0.0, 0.0] | <-- Parents=[]
   * ```
   */
  toString(): string;
  /**
   * Each member to the power of `exponent`, which is a number, not a node: no gradient goes to it.
   *
   * ```js
   * const x = new PopulationNode([1, 4]);
   * const y = x.powf(1.5);
   * y.value; // => 1,8
   * y.backprop();
   * x.grad; // => 1.5,3
   * ```
   */
  powf(exponent: number): PopulationNode;
  /**
   * One member of a population, or one row of a matrix, counted from 0.
   *
   * ```js
   * const x = new PopulationNode([5, 6, 7]);
   * x.index(1).value; // => 6
   * ```
   *
   * Throws if there is no such member.
   */
  index(at: number): PopulationNode;
  /**
   * Members or rows from `start` up to, not including, `end`.
   *
   * ```js
   * const x = new PopulationNode([5, 6, 7]);
   * x.slice(1, 3).value; // => 6,7
   * ```
   *
   * Throws if the range is empty or reaches beyond the members.
   */
  slice(start: number, end: number): PopulationNode;
  /**
   * The same members as a matrix, row by row.
   *
   * ```js
   * const x = new PopulationNode([1, 2, 3, 4]);
   * x.reshape(2, 2).sum(0).value; // => 4,6
   * ```
   *
   * Throws if `rows` times `columns` is not the number of members.
   */
  reshape(rows: number, columns: number): PopulationNode;
  /**
   * Populations one after another, or matrices one below the other.
   *
   * ```js
   * const x = new PopulationNode([1, 2]);
   * PopulationNode.concatenate([x, [3]]).value; // => 1,2,3
   * ```
   *
   * Throws if the list is empty, or the shapes do not go together.
   */
  static concatenate(parts: (PopulationNode | Members)[]): PopulationNode;
}
