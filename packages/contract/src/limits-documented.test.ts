/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UNDO_EVENTS_MAX } from "./events.ts";
import * as limits from "./limits.ts";
import { ORGANIZATION_SETTINGS_DEFAULT } from "./organizations.ts";

const page = readFileSync(new URL("../../../docs/limits.md", import.meta.url), "utf8");
const rows = Object.fromEntries(
  Array.from(page.matchAll(/^\| (.+) \| (.+) \|$/gm), ([, what, most]) => [what, most]),
);

const number = (value: number) => value.toLocaleString("en");
const mebibytes = (bytes: number) => `${bytes / 1_048_576} MiB`;

test("the page about limits tells those that hold", () => {
  expect(rows).toMatchObject({
    items: number(limits.WORKSPACE_ITEMS_MAX),
    bins: number(limits.WORKSPACE_BINS_MAX),
    places: number(limits.WORKSPACE_LOCATIONS_MAX),
    "levels of places": number(limits.LOCATION_DEPTH_MAX),
    triggers: number(limits.WORKSPACE_TRIGGERS_MAX),
    "things that one project reserves": number(limits.PROJECT_RESERVATIONS_MAX),
    "a quantity": `${number(limits.QUANTITY_MAX)}, with three decimals`,
    "a body": mebibytes(limits.BODY_BYTES_MAX),
    "the body of a bulk request": mebibytes(limits.BULK_BYTES_MAX),
    "a file to import": mebibytes(limits.IMPORT_BYTES_MAX),
    "rows of an import": number(limits.IMPORT_ROWS_MAX),
    "errors that an import tells": number(limits.IMPORT_ERRORS_MAX),
    "operations of a bulk request": number(limits.BULK_OPERATIONS_MAX),
    "rows of a page": number(limits.LIST_LIMIT_MAX),
    "rows of a page, if nothing is said": number(limits.LIST_LIMIT_DEFAULT),
    "hits of a search": number(limits.SEARCH_HITS_MAX),
    "blank labels reserved": number(limits.CODES_RESERVED_MAX),
    "events undone": number(UNDO_EVENTS_MAX),
    "streams of events of one key or person, on one server": number(limits.EVENT_STREAMS_PER_CALLER_MAX),
    "streams of events of one organization, on one server": number(limits.EVENT_STREAMS_PER_ORGANIZATION_MAX),
    "streams of events, on one server": number(limits.EVENT_STREAMS_PER_SERVER_MAX),
    "active keys of an organization": number(limits.ORGANIZATION_API_KEYS_MAX),
    "places that a key is bound to": number(limits.KEY_LOCATIONS_MAX),
    "networks that a key is bound to": number(limits.KEY_NETWORKS_MAX),
    "seconds that a rotated secret goes on": number(limits.ROTATION_GRACE_SECONDS_MAX),
    "organizations that one person owns": number(limits.OWNED_ORGANIZATIONS_MAX),
    "invitations by mail, a day": number(limits.INVITATION_MAILS_A_DAY_MAX),
    "days that an invitation holds": number(limits.INVITATION_DAYS_MAX),
    "characters of a password": number(limits.PASSWORD_LENGTH_MAX),
    "first answers under an `Idempotency-Key`": `${limits.IDEMPOTENCY_KEPT_HOURS} hours`,
    "deliveries that ended": `${limits.DELIVERY_KEPT_DAYS} days`,
  });
  expect(page).toContain(`at least ${limits.PASSWORD_LENGTH_MIN} characters`);
});

test("the page about limits tells how long an organization keeps things that says nothing", () => {
  const { event_retention_days, request_retention_days, trash_days } = ORGANIZATION_SETTINGS_DEFAULT;
  expect(rows.events).toMatch(`${event_retention_days} days`);
  expect(rows["calls in a key's log"]).toMatch(`${request_retention_days} days`);
  expect(rows["what is in the trash"]).toMatch(`${trash_days} days`);
});
