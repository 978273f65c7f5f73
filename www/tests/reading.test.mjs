/** Copies of members out of the engine's memory. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../crates/bindings/js/members.js";
import { connect } from "../../crates/bindings/js/slots.js";

const MEMORY = new WebAssembly.Memory({ initial: 1 });
const EXPORTS = /** @type {never} */ ({ memory: MEMORY });

/** Where the members begin, in bytes. */
const ADDRESS = 64;

for (const length of [1, 32, 33, 5000]) {
  test(`a copy of ${length} members is whole and stays as it was`, () => {
    connect(EXPORTS);
    const members = new Float64Array(MEMORY.buffer, ADDRESS, length);
    members.forEach((_, index) => {
      members[index] = index + 0.5;
    });
    const copy = read("value", ADDRESS, length);
    members.fill(-1);
    assert.deepEqual(
      [...copy],
      Array.from({ length }, (_, index) => index + 0.5),
    );
    assert.equal(copy.buffer.byteLength, 8 * length, "nothing but the copy");
  });
}

test("after the engine's memory has grown, copies come from the new one", () => {
  connect(EXPORTS);
  read("value", ADDRESS, 100);
  MEMORY.grow(1);
  new Float64Array(MEMORY.buffer).fill(3);
  assert.deepEqual([...read("value", ADDRESS, 100)], Array(100).fill(3));
});
