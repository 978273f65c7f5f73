/** Copies of members for which the browser has no memory. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { zeros } from "../../crates/bindings/js/members.js";

/** More than any browser gives to one array. */
const TOO_MANY = 2 ** 50;

test("a copy for which there is no memory is an error that names the call", () => {
  assert.throws(() => zeros("grad", TOO_MANY), {
    name: "Error",
    message: `grad: there is no memory for a copy of ${TOO_MANY} members. Use fewer.`,
  });
});
