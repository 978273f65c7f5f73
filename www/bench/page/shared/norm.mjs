/**
 * The Euclidean norm.
 * @param {import("../row.mjs").Members} members
 */
export function norm(members) {
  let sum = 0;
  for (let index = 0; index < members.length; index++) sum += members[index] * members[index];
  return Math.sqrt(sum);
}
