import { createHash, randomBytes } from "node:crypto";

const KEYS = 16;
const TOKEN_BYTES = 24;

/**
 * Makes a schema with a table of API keys of a contender's own, and keys in it, of which it keeps only the hashes.
 * @param {import("postgres").Sql<any>} sql
 * @param {string} schema
 * @param {string} user_id  Whose keys they are.
 * @returns {Promise<string[]>} The tokens.
 */
export async function makeOwnKeys(sql, schema, user_id) {
  const tokens = Array.from({ length: KEYS }, () => `peer-${randomBytes(TOKEN_BYTES).toString("hex")}`);
  await sql.begin(async (tx) => {
    await tx`set local client_min_messages = warning`; // what is dropped here needs no notice
    await tx`drop schema if exists ${tx(schema)} cascade`;
    await tx`create schema ${tx(schema)}`;
    await tx`create table ${tx(schema)}.api_keys (
      id text primary key,
      key_hash text not null unique,
      user_id text not null,
      created_at timestamptz not null default now(),
      last_used_at timestamptz
    )`;
    for (const [n, token] of tokens.entries())
      await tx`insert into ${tx(schema)}.api_keys (id, key_hash, user_id) values (${`key_${n}`}, ${hashOf(token)}, ${user_id})`;
  });
  return tokens;
}

/** What is stored of a token. @param {string} token */
export function hashOf(token) {
  return createHash("sha256").update(token).digest("hex");
}

/** The token of an `Authorization` header. @param {string | undefined} header */
export function bearerOf(header) {
  return header?.startsWith("Bearer ") ? header.slice("Bearer ".length) : null;
}
