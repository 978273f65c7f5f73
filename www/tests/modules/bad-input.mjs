/**
 * What the JavaScript class says to input that it cannot take, and whether it still works afterwards.
 *
 * @typedef {typeof import("popgrad-web").PopulationNode} NodeClass
 */

/** Input that the types forbid and a person types all the same. @type {Record<string, (Node: NodeClass) => unknown>} */
const MISTAKES = {
  "an empty list": (Node) => new Node([]),
  "an empty list as the other": (Node) => new Node([1.5, 2.5]).add([]),
  text: (Node) => new Node(/** @type {never} */ ("seven")),
  "text in a list": (Node) => new Node(/** @type {never} */ ([1, "seven"])),
  nothing: (Node) => new Node(/** @type {never} */ (undefined)),
  "lists of unequal length": (Node) => new Node([1.5, 2.5]).add(new Node([3.5, 4.5, 5.5])),
  "a list of another length": (Node) => new Node([1.5, 2.5]).mul([3.5, 4.5, 5.5]),
  "text as the other": (Node) => new Node([1.5, 2.5]).div(/** @type {never} */ ("seven")),
  "another shape for a leaf": (Node) => {
    new Node([1.5, 2.5]).value = /** @type {never} */ ([3.5]);
  },
  "a value for a result": (Node) => {
    new Node([1.5, 2.5]).tanh().value = /** @type {never} */ ([3.5, 4.5]);
  },
  "a seed of another length": (Node) => new Node([1.5, 2.5]).backpropWith([1]),
  "half a member": (Node) => new Node([1.5, 2.5]).index(0.5),
  "text as an exponent": (Node) => new Node(1).powf(/** @type {never} */ ("2")),
  "a freed node": (Node) => freed(Node).tanh(),
  "a freed node's value": (Node) => freed(Node).value,
  "a freed node as the other": (Node) => new Node(1).add(freed(Node)),
};

/** @param {NodeClass} Node */
function freed(Node) {
  const node = new Node([1.5, 2.5]);
  node.free();
  return node;
}

/** A list that makes nodes while it is read. @param {NodeClass} Node */
function busyList(Node) {
  return Object.defineProperty([1, 2, 3], 1, {
    get: () => new Node([4, 5, 6, 7]).mul(2).value.length / 2,
  });
}

/** @param {{ PopulationNode: NodeClass }} engine */
export function run({ PopulationNode }) {
  const messages = Object.entries(MISTAKES).map(([name, mistake]) => {
    try {
      mistake(PopulationNode);
      return { name, isError: false, message: "nothing was thrown" };
    } catch (error) {
      return {
        name,
        isError: error instanceof Error,
        message: String(Reflect.get(Object(error), "message")),
      };
    }
  });
  const x = new PopulationNode([1, 2, 3]);
  x.mul(x).add(x).sum().backprop();
  const busy = new PopulationNode(busyList(PopulationNode));
  return { messages, afterwards: [...x.grad], busy: [...busy.mul(busyList(PopulationNode)).value] };
}
