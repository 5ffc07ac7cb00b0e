import type { Db } from "./open-database.ts";

/** A transaction's handle: the same query builder, bound to its connection. */
export type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];

interface Preparable<Prepared> {
  prepare(name: string): Prepared;
}

const statements = new WeakMap<Db, Map<string, unknown>>();

/**
 * A named prepared statement, built once a database and name. Building SQL costs several times what running it does.
 * `name` must tell apart every shape of the query; values come by `sql.placeholder`.
 */
export function prepared<Prepared>(db: Db, name: string, build: (db: Db) => Preparable<Prepared>): Prepared {
  const known = statements.get(db) ?? new Map<string, unknown>();
  statements.set(db, known);
  const found = known.get(name);
  if (found) return found as Prepared; // stored below under this name by the same builder
  const made = build(db).prepare(name);
  known.set(name, made);
  return made;
}
