import { PROBLEMS, type ProblemCode } from "@stowage/contract/problems";
import { EVENT_STREAM } from "../../streams/event-stream.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { VERB_DOCS } from "./verb-docs.gen.ts";

/** A problem that an operation may answer with, and what its verb says about when. */
export interface DocumentedProblem {
  code: ProblemCode;
  status: number;
  /** Empty when the code says it all. */
  when: string;
}

/** Every problem of an operation, once each, in the order of the table of problems. */
export function problemsOf(entry: ProcedureEntry): DocumentedProblem[] {
  const throws = VERB_DOCS[entry.path]?.throws ?? [];
  const codes = new Set<ProblemCode>([...codesOfSurface(entry), ...throws.map(({ code }) => code)]);
  return (Object.keys(PROBLEMS) as ProblemCode[]) // keys of a const object: exactly ProblemCode
    .filter((code) => codes.has(code))
    .map((code) => ({
      code,
      status: PROBLEMS[code].status,
      when: throws
        .filter((one) => one.code === code && one.when !== "")
        .map(({ when }) => when)
        .join("; "),
    }));
}

/** What gate and surface answer, whatever the verb does. */
function codesOfSurface(entry: ProcedureEntry): ProblemCode[] {
  const { access, fields, rest } = entry;
  const takesInput = Object.keys(fields).length > 0;
  const takesBody = rest?.method === "POST" || rest?.method === "PATCH";
  return [
    ...(access.kind === "open" ? [] : OF_CALLERS),
    ...(access.kind === "session" ? (["session_required"] as const) : OF_MEMBERS[access.kind]),
    ...(access.kind === "scope" ? ([access.lacking] as const) : []),
    ...(entry.type === "mutation" ? (["csrf_rejected"] as const) : []),
    ...(takesBody ? OF_BODIES : []),
    ...(rest?.path.includes("{") ? (["not_found"] as const) : []),
    ...(access.kind === "scope" && namesThings(entry)
      ? (["not_found", "environment_mismatch"] as const)
      : []),
    ...(entry.type === "mutation" && access.kind === "scope" ? (["conflict"] as const) : []),
    ...(entry.file?.includes(EVENT_STREAM) ? (["invalid_header"] as const) : []),
    ...("if_version" in fields ? (["version_mismatch", "invalid_header"] as const) : []),
    ...(rest?.method === "POST" && access.kind !== "open" ? OF_REPEATABLES : []),
    ...(takesInput || takesBody ? (["validation_failed"] as const) : []),
    "unknown_field",
    "internal",
    "unavailable",
  ];
}

/** Things of one environment, which say so to whoever asks for them in the other. */
const THINGS = /^(?:locations|bins|items|tasks|projects|imports|triggers|deliveries|codes|labels|scan)\./;
const THING_FIELD =
  /^(?:(?:location|bin|item|task|project|parent|target|to_bin|to_location)_id|code|codes|to_code|operations)$/;

const namesThings = ({ path, fields, rest }: ProcedureEntry): boolean =>
  (THINGS.test(path) && (rest?.path.includes("{") ?? false)) ||
  Object.keys(fields).some((field) => THING_FIELD.test(field));

const OF_CALLERS: readonly ProblemCode[] = [
  "ambiguous_credentials",
  "key_in_url",
  "invalid_header",
  "missing_credentials",
  "malformed_authorization",
  "key_malformed",
  "key_invalid",
  "key_expired",
  "key_revoked",
  "key_rotated",
  "key_disabled",
  "owner_disabled",
  "session_expired",
  "ip_not_allowed",
  "auth_throttled",
  "rate_limited",
];

/** A person who names an organization that is not theirs, or who has none. */
const STRAYS = ["not_found", "role_forbidden"] as const;
const OF_MEMBERS = { scope: STRAYS, any_credential: STRAYS, open: [] } as const;

const OF_BODIES: readonly ProblemCode[] = ["malformed_json", "body_too_large", "unsupported_media_type"];
const OF_REPEATABLES: readonly ProblemCode[] = [
  "invalid_header",
  "idempotency_in_flight",
  "idempotency_key_reused",
];
