import { z } from "zod";

/** TypeID prefixes, one a table: `bin_01h455vb4pex5vsknk084sn02q`. */
export const ID_PREFIXES = {
  user: "user",
  organization: "org",
  workspace: "ws",
  membership: "mem",
  invitation: "inv",
  api_key: "key",
  api_key_secret: "ksec",
  request: "req",
  location: "loc",
  bin: "bin",
  item: "item",
  event: "evt",
  notification: "ntf",
  mail: "mail",
  task: "task",
  project: "proj",
  reservation: "rsv",
  import: "imp",
  trigger: "trg",
  trigger_action: "act",
  delivery: "dlv",
  hand_over: "hov",
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** An id as the server makes it: prefix and UUIDv7 in base32, sortable by time. */
export const id = (kind: IdKind) =>
  z
    .string()
    .regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`))
    .meta({ examples: [`${ID_PREFIXES[kind]}_01h455vb4pex5vsknk084sn02q`] });

/** An id as a caller sends it. Anything that could be an id is looked up, so a wrong one is 404 and not 422. */
export const idRef = (kind: IdKind) =>
  z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/, "Expected an id such as the server hands out.")
    .meta({ examples: [`${ID_PREFIXES[kind]}_01h455vb4pex5vsknk084sn02q`] });
