/** What is said when a call is refused. */

let told = "";

/**
 * The engine's words: why it refused a call, or a text that was asked for.
 * @param {string} text
 */
export function tell(text) {
  told = text;
}

/** What the engine said last. */
export function said() {
  const text = told;
  told = "";
  return text;
}

/**
 * The error for a call that the engine refused. It says nothing of a slot that is empty.
 * @param {string} call
 */
export function refusal(call) {
  const text = said();
  if (text !== "") return new Error(naming(call, text));
  return unfit(call, "a PopulationNode that has been freed", "one that has not");
}

/**
 * @param {string} call
 * @param {string} text
 */
function naming(call, text) {
  return text.startsWith(`${call}: `) ? text : `${call}: ${text}`;
}

/** In place of the name of a call. */
export const UNNAMED = "";

/** How an error of a call without a name begins. */
const WITHOUT_NAME = `${UNNAMED}: `;

/**
 * An exception with the name of the call, where it was made without one.
 * @param {string} call
 * @param {unknown} exception
 */
export function named(call, exception) {
  if (!(exception instanceof Error) || !exception.message.startsWith(WITHOUT_NAME)) {
    return exception;
  }
  return new Error(naming(call, exception.message.slice(WITHOUT_NAME.length)));
}

/**
 * @param {string} call
 * @param {string} given
 * @param {string} expected
 */
export function unfit(call, given, expected) {
  return new Error(`${call}: given ${given}, expected ${expected}`);
}

const LONGEST = 40;

/**
 * A value as a person would recognise it: its text where it is short, else its type.
 * @param {unknown} value
 */
export function described(value) {
  if (typeof value === "string") {
    return `the text "${value.slice(0, LONGEST)}${value.length > LONGEST ? "…" : ""}"`;
  }
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

/** Every whole number up to this one is a number of its own. */
const LARGEST = 2 ** 53;

/**
 * A number that counts something.
 * @param {string} call
 * @param {unknown} number
 * @returns {number}
 */
export function count(call, number) {
  if (Number.isInteger(number)) {
    const whole = /** @type {number} */ (number);
    if (whole >= 0 && whole <= LARGEST) return whole;
  }
  throw unfit(call, described(number), "a whole number, 0 or more");
}

/**
 * The same for the engine.
 * @param {unknown} number
 */
export function unnamedCount(number) {
  return count(UNNAMED, number);
}
