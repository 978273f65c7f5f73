/** A figure's result in one sentence, for those who cannot see it move. */
import type { Mark, Table } from "../engine/engine.ts";

/** More values than these are not listened to. */
const MANY = 8;

/** The printed values of the last panel that has marks; of many, the first and the last. */
export function resultOf(tables: readonly Table[], marks: readonly Mark[]): string {
  const table = tables.at(-1);
  if (table === undefined) return "";
  const values = marks.slice(-table.rows.length).map(({ text }) => text);
  const said =
    values.length <= MANY ? values.join(", ") : `from ${values.at(0)} to ${values.at(-1)}`;
  return `${table.caption}: ${said}.`;
}
