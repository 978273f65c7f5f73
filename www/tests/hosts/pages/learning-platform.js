/**
 * A learning platform that speaks SCORM 1.2 by scorm-again, and does no more than the standard asks: it gives a state
 * back to those who said, as they left, that they would come back.
 */

/**
 * What a platform keeps of a learner and a lesson.
 * @typedef {{ status: string, state: string, score: string, time: string, comesBack: boolean }} Kept
 *
 * A call of the lesson, with what it was answered and the number of the error, "0" for none.
 * @typedef {{ name: string, words: string[], answer: string, error: string }} Call
 */

const NAMES = ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"];

/** @type {Call[]} */
const calls = [];
/** @type {any} */
let record;

/**
 * Begins an attempt: `window.API` is there when the lesson opens.
 * @param {Kept} [kept] of the attempt before
 */
function begin(kept) {
  record = new (Reflect.get(globalThis, "Scorm12API"))({ autocommit: false });
  const goesOn = kept?.comesBack === true;
  const core = { lesson_status: kept?.status ?? "", entry: goesOn ? "resume" : "ab-initio" };
  record.loadFromJSON({ core, suspend_data: goesOn ? kept.state : "" }, "cmi");
  calls.length = 0;
  Reflect.set(globalThis, "API", Object.fromEntries(NAMES.map((name) => [name, heard(name)])));
}

/** @param {string} name */
function heard(name) {
  return (/** @type {string[]} */ ...words) => {
    const answer = record[name](...words);
    calls.push({ name, words, answer, error: record.LMSGetLastError() });
    return answer;
  };
}

/**
 * Shows a lesson in the platform's page.
 * @param {string} address
 * @param {Record<string, string>} [attributes] of the frame
 */
function show(address, attributes = {}) {
  const frame = document.createElement("iframe");
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  frame.title = "The lesson";
  frame.width = "900";
  frame.height = "800";
  frame.src = address;
  document.querySelector("main")?.replaceChildren(frame);
}

/** Leaves the lesson, as a learner does who goes elsewhere, and tells what is kept of it. @returns {Kept} */
function leave() {
  document.querySelector("main")?.replaceChildren();
  const said = (/** @type {string} */ name) =>
    calls.findLast(({ words: [key] }) => key === name)?.words[1] ?? "";
  const { core, suspend_data: state } = record.renderCMIToJSONObject().cmi;
  return {
    status: core.lesson_status,
    state,
    score: core.score.raw,
    time: said("cmi.core.session_time"),
    comesBack: said("cmi.core.exit") === "suspend",
  };
}

Object.assign(globalThis, { calls, begin, show, leave });
