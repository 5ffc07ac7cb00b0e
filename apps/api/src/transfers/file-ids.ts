import { newId } from "@stowage/db/new-id";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { projects, tasks } from "@stowage/db/schema/projects";
import { sql } from "drizzle-orm";
import type { Writing } from "../inventory/writing.ts";
import type { Kind } from "./kinds.ts";

const TABLES = { location: locations, bin: bins, item: items, project: projects, task: tasks };
export type KindWithId = keyof typeof TABLES;

export const hasId = (kind: Kind): kind is KindWithId => kind in TABLES;

/** Which id each thing of a file has here: its own where that is free, else another, and what points to it follows. */
export class FileIds {
  readonly #writing: Writing;
  readonly #here = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** Finds out which ids are in use, wherever that is: they are unique in the whole database. */
  async fetchTakenUnscoped(kind: KindWithId, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await this.#writing.tx.execute<{ id: string }>(
      sql`select id from ${TABLES[kind]} where id = any(string_to_array(${ids.join(",")}, ','))`,
    );
    for (const { id } of found) this.#taken.add(id);
  }

  /** The id for something new. */
  take(kind: KindWithId, fileId: string | undefined): string {
    if (fileId === undefined) return newId(kind);
    const id = this.#taken.has(fileId) ? newId(kind) : fileId;
    this.#taken.add(id);
    return this.is(fileId, id);
  }

  /** A thing of the file is this one here. */
  is(fileId: string | undefined, id: string): string {
    if (fileId !== undefined && fileId !== id) this.#here.set(fileId, id);
    return id;
  }

  /** What an id of the file means here. */
  of(fileId: string): string {
    return this.#here.get(fileId) ?? fileId;
  }
}
