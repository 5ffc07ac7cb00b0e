// The rows as fast as they come from PostgreSQL: one raw statement for each request, prepared once for each connection,
// with values parsed in the driver. A write leaves the same rows as ours: the thing, its label code, its event and the
// workspace's counts.
import { randomBytes } from "node:crypto";
import postgres from "postgres";

/**
 * What an event says of the request it came by.
 * @typedef {{ ip: string | undefined, id: string, body: any }} Asked
 */

const POOL_SIZE = 10;
/** Decimals that PostgreSQL leaves out, by the length of what it writes. */
const LEFT_OUT = { 26: "", 25: "0", 24: "00", 22: ".000" };
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;
const TEXT_ARRAY = 1009;
const SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A pool whose rows need no more work: times are RFC 3339, quantities numbers, tags arrays. */
export function openPool(/** @type {string} */ database_url) {
  return postgres(database_url, {
    max: POOL_SIZE,
    fetch_types: false,
    types: {
      instant: { to: TIMESTAMPTZ, from: [TIMESTAMPTZ], parse: rfc3339, serialize: String },
      number: { to: NUMERIC, from: [NUMERIC], parse: Number, serialize: String },
      words: { to: TEXT_ARRAY, from: [TEXT_ARRAY], parse: wordsOf, serialize: String },
    },
    connection: { TimeZone: "UTC", DateStyle: "ISO" },
  });
}

/**
 * The statements of one workspace.
 * @param {ReturnType<typeof openPool>} sql
 * @param {import("./serve.mjs").Stage} stage
 */
export function rowsOf(sql, { workspace_id, organization_id, user_id, user_name, api_key_id }) {
  const BIN = sql`id, code, name, location_id, description, tags, color, icon, custom_fields, version, created_at,
    updated_at, deleted_at`;
  return {
    async revision() {
      const [row] = await sql`select revision from workspaces where id = ${workspace_id}`;
      return row?.revision;
    },

    /** @param {number} limit */
    async listBins(limit) {
      const rows =
        await sql`select ${BIN} from bins where workspace_id = ${workspace_id} and deleted_at is null
        order by updated_at desc, id desc limit ${limit + 1}`;
      return pageOf(rows, limit);
    },

    /** @param {string} id */
    async getBin(id) {
      const [bin] = await sql`select ${BIN} from bins
        where workspace_id = ${workspace_id} and id = ${id} and deleted_at is null`;
      return bin;
    },

    /** @param {Asked} asked */
    async createBin(asked) {
      const at = new Date().toISOString();
      const id = `bin_${newId()}`;
      const code = newCode();
      const { name } = asked.body;
      const [bin] = await sql`
        with counted as (
          update workspaces set revision = revision + 1, bin_count = bin_count + 1, updated_at = ${at}
          where id = ${workspace_id} returning revision
        ), label as (
          insert into codes (organization_id, code, target_type, target_id, created_at)
          values (${organization_id}, ${code}, 'bin', ${id}, ${at})
        ), event as (
          insert into events (id, workspace_id, seq, type, subject_type, subject_id, subject_name, actor_user_id,
            actor_name, auth_method, api_key_id, ip, request_id, endpoint, changes, data, created_at)
          select ${`evt_${newId()}`}, ${workspace_id}, revision, 'bin.created', 'bin', ${id}, ${name}, ${user_id},
            ${user_name}, 'api_key', ${api_key_id}, ${asked.ip ?? null}, ${asked.id}, 'POST /bins', '{}'::jsonb,
            ${asked.body}::jsonb, ${at}
          from counted
        )
        insert into bins (id, workspace_id, code, name, created_at, updated_at)
        values (${id}, ${workspace_id}, ${code}, ${name}, ${at}, ${at}) returning ${BIN}`;
      return bin;
    },

    /** @param {string} id @param {Asked} asked */
    async adjustItem(id, asked) {
      const at = new Date().toISOString();
      const { delta } = asked.body;
      const [item] = await sql`
        with counted as (
          update workspaces set revision = revision + 1, updated_at = ${at} where id = ${workspace_id} returning revision
        ), adjusted as (
          update items set quantity = quantity + ${delta}, version = version + 1, updated_at = ${at}
          where workspace_id = ${workspace_id} and id = ${id} and deleted_at is null and quantity + ${delta} >= 0
          returning id, name, bin_id, location_id, quantity, reserved, available, unit, min_quantity, is_low, barcodes,
            sku, external_id, notes, tags, custom_fields, expires_on::text, serial_number, model, manufacturer, version,
            created_at, updated_at, deleted_at
        ), event as (
          insert into events (id, workspace_id, seq, type, subject_type, subject_id, subject_name, actor_user_id,
            actor_name, auth_method, api_key_id, ip, request_id, endpoint, changes, data, created_at)
          select ${`evt_${newId()}`}, ${workspace_id}, revision, 'item.quantity_changed', 'item', id, name,
            ${user_id}, ${user_name}, 'api_key', ${api_key_id}, ${asked.ip ?? null}, ${asked.id},
            'POST /items/{id}/adjust',
            jsonb_build_object('quantity', jsonb_build_object('old', quantity - ${delta}, 'new', quantity)),
            '{}'::jsonb, ${at}
          from counted, adjusted
        )
        select adjusted.*, revision::float8 as event_seq from adjusted, counted`;
      return item;
    },
  };
}

/**
 * A page, and where the next begins, of one row more than it has room for.
 * @param {any[]} rows
 * @param {number} limit
 */
export function pageOf(rows, limit) {
  const data = rows.length > limit ? rows.slice(0, limit) : rows;
  const last = data[data.length - 1];
  const next_cursor =
    rows.length > limit && last
      ? Buffer.from(JSON.stringify(["-updated_at", last.updated_at, last.id])).toString("base64url")
      : null;
  return { data, next_cursor };
}

function rfc3339(text) {
  const leftOut = LEFT_OUT[text.length];
  return leftOut === undefined
    ? new Date(text).toISOString()
    : `${text.slice(0, 10)}T${text.slice(11, -3)}${leftOut}Z`;
}

/** An array's text: bare words, but for those that need quotes. */
function wordsOf(text) {
  if (text === "{}") return [];
  if (!text.includes('"')) return text.slice(1, -1).split(",");
  return Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"|([^",{}]+)/g), ([, quoted, bare]) =>
    quoted === undefined ? bare : quoted.replace(/\\(.)/g, "$1"),
  );
}

/** As long as an id of ours, and as sortable. */
export function newId() {
  return symbols(Date.now(), 10) + randomBytes(8).toString("hex");
}

/** As long as a label's code, and as random. */
export function newCode() {
  return symbols(randomBytes(5).readUIntBE(0, 5), 7).toUpperCase();
}

/** A number's last digits in Crockford's base32. */
function symbols(number, length) {
  let text = "";
  for (let rest = number; text.length < length; rest = Math.floor(rest / 32))
    text = SYMBOLS.charAt(rest % 32) + text;
  return text;
}
