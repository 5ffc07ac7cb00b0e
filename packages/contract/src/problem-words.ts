import type { ProblemCode } from "./problems.ts";

/** What a person reads who meets a problem. Full sentences, with `code` in backticks where a program would see it. */
export interface ProblemWords {
  /** What the server says with it. */
  meaning: string;
  /** How one comes to it. */
  cause: string;
  /** What to do. */
  remedy: string;
}

/** The words of every problem. A new code is one more entry here, too; the pages about problems are made of them. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, ProblemWords>> = {
  malformed_json: {
    meaning: "The body, or the `input` of a tRPC call, is not valid JSON.",
    cause:
      "A quote or a comma is missing, the shell has eaten the quotes, or the body ended before its `Content-Length`.",
    remedy: "Let a library write the JSON. With curl, put the body in single quotes or in a file.",
  },
  ambiguous_credentials: {
    meaning: "`Authorization` and `X-API-Key` were both sent, and they differ.",
    cause: "A tool has a key of its own configured, and the script adds another one.",
    remedy: "Send one of the two headers.",
  },
  key_in_url: {
    meaning: "The URL has a key in its query string. It was not used.",
    cause:
      "URLs end up in the logs of proxies and in the history of browsers, so a key in one counts as exposed. The key's people are told.",
    remedy: "Send the key in a header, `Authorization: Bearer …`, and rotate or revoke this one.",
  },
  invalid_header: {
    meaning: "A header has a value that cannot be understood.",
    cause:
      "`If-Match` is not an ETag of ours, `X-Environment` is neither `live` nor `test`, `Idempotency-Key` is not 1 to 255 visible ASCII characters, `Last-Event-ID` is no number, or the request is not proper HTTP.",
    remedy: "Send the header in the form that `detail` names, or leave it out.",
  },
  missing_credentials: {
    meaning: "Neither a key nor a session was sent, and this call needs one.",
    cause: "The header is missing, or the variable that holds the key is empty.",
    remedy: "Send `Authorization: Bearer <key>`, or sign in.",
  },
  malformed_authorization: {
    meaning: "The `Authorization` header is not the word Bearer, a space and a key.",
    cause: "The word Bearer was left out, or another scheme such as Basic was sent.",
    remedy: "Write `Authorization: Bearer <key>`, or send the key alone as `X-API-Key`.",
  },
  key_malformed: {
    meaning: "What was sent is not a key of this server: its form or its checksum is wrong.",
    cause: "It was cut off or mistyped while copying, or belongs to a server whose keys have another brand.",
    remedy: "Copy the whole key again. If it is lost, rotate the key or make a new one.",
  },
  key_invalid: {
    meaning: "It has the form of a key, and is not known here.",
    cause:
      "It belongs to another server, its organization was deleted, or this server's secret (`APP_SECRET`) was lost or changed.",
    remedy: "Check the address of the server. If it is the right one, make a new key.",
  },
  key_expired: {
    meaning: "The key has ended, at `expired_at`.",
    cause: "It was made with an end, and nothing has prolonged it.",
    remedy: "Make a new key. `auto_renew` keeps the next one going for as long as it is used.",
  },
  key_revoked: {
    meaning: "The key was revoked for good, at `revoked_at`.",
    cause:
      "A person revoked it, it ended itself, somebody reported it as leaked, or its person left the organization.",
    remedy: "Make a new key. A revoked one cannot be brought back.",
  },
  key_rotated: {
    meaning: "This secret has ended, at `rotated_at`. The key itself goes on with another one.",
    cause: "The key was rotated, and the time that the old secret had left is over.",
    remedy: "Use the new secret. If it is lost, rotate the key once more.",
  },
  key_disabled: {
    meaning: "The key is switched off.",
    cause: "A person disabled it, or it was made with `active: false`.",
    remedy: "Enable it on its page under API keys.",
  },
  owner_disabled: {
    meaning: "The user whom this key acts for may not come in any more.",
    cause: "They were suspended in the organization, or their account was disabled.",
    remedy: "End the suspension, or make a key that acts for somebody else.",
  },
  session_expired: {
    meaning: "The session has ended, or never was.",
    cause:
      "It was not used for 30 days, was ended from another device, or ended with a change of the password.",
    remedy: "Sign in again.",
  },
  two_factor_required: {
    meaning: "The password is right, and the account has a second factor.",
    cause: "Signing in, or confirming that it is you, was tried without its code.",
    remedy: "Send the same again with `code`: six digits of the app, or a recovery code.",
  },
  sign_in_failed: {
    meaning: "The e-mail address, the password or the code is wrong.",
    cause: "The server does not tell which. A code is also refused when it was used before.",
    remedy: "Try again. Whoever runs the server can help if the password is lost.",
  },
  insufficient_scope: {
    meaning: "The key lacks a scope that this call needs; `missing_scopes` names it.",
    cause: "The key was made for less. A key can do only what its scopes say, whoever made it.",
    remedy:
      "Open `fix_url`: it shows the key with the missing scopes ticked, and grants nothing until somebody saves it. Or use a key that has them.",
  },
  role_forbidden: {
    meaning: "The role of the person behind the call does not allow it.",
    cause:
      "A key can never do more than its user may at that moment. It also comes when sign-up is closed, when an invitation is for another address, and when a key that is bound to places reaches beyond them.",
    remedy: "Ask an admin of the organization to do it, or for another role.",
  },
  ip_not_allowed: {
    meaning: "The key is bound to networks, and `address`, where the call came from, is in none of them.",
    cause:
      "The program moved, the provider gave it another address, or the server sees its proxy because `TRUST_PROXY` is not set.",
    remedy: "Call from a network of the key, or change its networks.",
  },
  session_required: {
    meaning: "Only a signed-in person may do this.",
    cause:
      "Keys see and end no sessions, make no organizations, give no key or member more than they have, and make keys only with `api-keys:manage`.",
    remedy: "Do it in the app, or after `POST /auth/sign-in` with the cookie.",
  },
  recent_sign_in_required: {
    meaning: "This needs a sign-in, or the password again, within the last 15 minutes.",
    cause: "It is so delicate that an open session alone is not enough.",
    remedy: "Send the password to `POST /auth/confirm`, then try again. The app asks by itself.",
  },
  escalation_denied: {
    meaning: "A key cannot be given what its maker lacks.",
    cause:
      "A scope, an environment, a user, a place, a network, a rate limit or a lifetime goes beyond what the maker has.",
    remedy: "Ask for less, or have somebody make the key who has all of it.",
  },
  csrf_rejected: {
    meaning: "A browser's session was sent from a page that is not this app's.",
    cause:
      "Another site tried to use the session, a script sends the cookie without `Origin`, or `PUBLIC_URL` is not the address that people open.",
    remedy: "Use an API key in scripts, or send `Origin` with the server's address.",
  },
  plan_restricted: {
    meaning: "The organization's plan does not include this.",
    cause: "The free plan renews no keys (`auto_renew`).",
    remedy: "Do without it, or have the admin of the instance change the plan.",
  },
  not_found: {
    meaning: "There is nothing of that name in reach of this caller.",
    cause:
      "It never was or is deleted, belongs to another organization, or lies outside of the places that the key is bound to. These look the same.",
    remedy: "Check the id, and `GET /whoami` for the organization that you call in.",
  },
  unknown_route: {
    meaning: "There is no such address.",
    cause: "The path is mistyped, or the server is older than the script.",
    remedy: "Look it up in the API reference.",
  },
  environment_mismatch: {
    meaning: "It is there, in the other environment of your organization.",
    cause: "A test key asks for live data, or a live key for test data.",
    remedy: "Use a key of the other environment. Signed in, send `X-Environment`.",
  },
  method_not_allowed: {
    meaning: "The address is right, and does not know this method.",
    cause: "A PUT where PATCH is meant, or a POST to a single thing.",
    remedy: "Use one of the methods that the header `Allow` names.",
  },
  conflict: {
    meaning: "It clashes with what is there.",
    cause:
      "A name or an external id is taken, a bin is not empty, a place would lie within itself, the last owner would go, or two writes were in each other's way.",
    remedy: "Do what `detail` says, then try again.",
  },
  rotation_in_progress: {
    meaning: "The key is being rotated already.",
    cause: "An old secret of it still works, or another rotation was faster.",
    remedy: "Finish that rotation, cancel it, or wait until the old secret has ended.",
  },
  insufficient_stock: {
    meaning: "There is less than you want to take: `current_quantity`. Nothing was taken.",
    cause: "Somebody was faster, or the count in the inventory is behind.",
    remedy: "Take less, or count the item.",
  },
  idempotency_in_flight: {
    meaning: "The first call with this `Idempotency-Key` is still running.",
    cause: "It was repeated before its answer came.",
    remedy: "Wait a moment and send it again: you get the first call's answer.",
  },
  version_mismatch: {
    meaning: "Somebody else changed it first: it is at `current_version`. Nothing was written.",
    cause: "`If-Match` or `if_version` named an older version.",
    remedy: "Read it again and repeat the change on that.",
  },
  body_too_large: {
    meaning: "The body is larger than this call takes.",
    cause: "The limit is 1 MiB; 8 MiB for bulk, and 64 MiB for an import.",
    remedy: "Send less at a time.",
  },
  unsupported_media_type: {
    meaning: "The body is of a kind that this call does not take.",
    cause: "`Content-Type` is missing or another one; curl sends form data unless told otherwise.",
    remedy:
      "Send `Content-Type: application/json`. An import also takes `text/csv` and `application/x-ndjson`.",
  },
  validation_failed: {
    meaning: "The input is not valid. `errors` names each field and what is wrong with it.",
    cause: "A value is of another type, too long, out of range, or missing.",
    remedy: "Correct the fields that `errors` names. Nothing was written.",
  },
  unknown_field: {
    meaning: "A field or a query parameter is not known. `errors` names the one that you may have meant.",
    cause:
      "It is mistyped, or belongs to another call. What is not known is refused, so that no typo passes.",
    remedy: "Correct the name or leave the field out.",
  },
  limit_reached: {
    meaning: "Something is full; `detail` says what, and how much it holds.",
    cause:
      "The workspace, the tree of places, a project, the organization's keys or invitations, a person's organizations, or a batch is at its limit.",
    remedy: "Delete what is not needed any more, or ask for less at a time.",
  },
  expiry_out_of_range: {
    meaning: "`expires_at` cannot be that.",
    cause: "It has passed, or lies later than the organization, or the key that makes this one, allows.",
    remedy: "Choose a time before the latest one, which `detail` names.",
  },
  idempotency_key_reused: {
    meaning: "This `Idempotency-Key` was used for another request.",
    cause: "The same key came with another body or to another address.",
    remedy: "Make a new key for each thing that you do, and repeat it only with the same request.",
  },
  rate_limited: {
    meaning: "There were too many calls, or too many at a time.",
    cause:
      "The key's limit for the minute or the hour is used up (`violated_policies`), or the server has as many streams, exports or imports open as it takes.",
    remedy: "Wait `retry_after` seconds. `GET /rate-limit` tells where you stand, and is free.",
  },
  auth_throttled: {
    meaning: "There were too many failed attempts from your network, or for this account.",
    cause: "Wrong passwords or codes, calls with keys that do not work, or reports of leaked keys.",
    remedy: "Wait `retry_after` seconds. Keys that work go on working meanwhile.",
  },
  internal: {
    meaning: "Something went wrong on the server's side. The answer tells nothing about it on purpose.",
    cause: "It is a mistake of ours.",
    remedy: "Whoever runs the server finds it in the log under `request_id`.",
  },
  unavailable: {
    meaning: "The database does not answer. Your credentials were not judged.",
    cause: "It restarts, or cannot be reached from the server.",
    remedy:
      "Try again after `Retry-After` seconds. A write that names an `Idempotency-Key` is safe to repeat.",
  },
};
