// Written by `npm run gen api` from the docstrings of features/*/<verb>.ts. Change those.
import type { ProblemCode } from "@stowage/contract/problems";

interface VerbDoc {
  description: string;
  throws: readonly { code: ProblemCode; when: string }[];
}

export const VERB_DOCS: Readonly<Record<string, VerbDoc>> = {
  "account.get": {
    description: "The person's own account.",
    throws: [],
  },
  "account.remove": {
    description: "Deletes the person. Keys that act as them end in the same transaction, and organizations that nobody else belongs to end with all that they hold. What the person did stays told.",
    throws: [
      { code: "recent_sign_in_required", when: "" },
      { code: "conflict", when: "an organization with other members would have no owner, or the instance no admin" },
    ],
  },
  "account.update": {
    description: "Changes the person's name or time zone. Keys that name them have the new name from the next request on.",
    throws: [],
  },
  "apiKeys.cancelRotation": {
    description: "Ends the new secret for good; the old one goes on without end.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "no rotation goes on, as when the old secret has ended, or the key has ended" },
      { code: "session_required", when: "a key would prolong a secret that has an end" },
      { code: "escalation_denied", when: "it acts as somebody else, and the caller is no admin or below them" },
    ],
  },
  "apiKeys.create": {
    description: "Makes a key that acts as its maker or, for admins, as another member. It is in no direction more than its maker. The secret stands in this answer and nowhere else.",
    throws: [
      { code: "role_forbidden", when: "the organization leaves this to its admins" },
      { code: "escalation_denied", when: "it would have a scope, a subject, bounds, an environment or a lifetime that its maker lacks" },
      { code: "not_found", when: "`acts_as` is no member" },
      { code: "expiry_out_of_range", when: "" },
      { code: "plan_restricted", when: "" },
      { code: "validation_failed", when: "a place that is not there, or a limit above the plan's" },
      { code: "recent_sign_in_required", when: "a person makes a key with `admin:*`" },
      { code: "limit_reached", when: "10,000 keys that are not revoked" },
    ],
  },
  "apiKeys.explain": {
    description: "Runs the checks of a call in their order, up to the first that fails, without the call. Nothing is counted, and nothing is logged but the question. What depends on the body, or on the state of what the path names, is not judged.",
    throws: [],
  },
  "apiKeys.finishRotation": {
    description: "Ends the old secret now. A new one that was still waiting for its first use is the key's own from here on.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "no rotation goes on, or the key has ended" },
    ],
  },
  "apiKeys.get": {
    description: "One key with its use today and this month (UTC), its rotation if one goes on, and what would make it safer.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "apiKeys.list": {
    description: "Lists keys, newest first, each with its requests of the last 30 days. Admins see all of the organization's, others those they made or that act as them; people those of both environments, keys those of their own.",
    throws: [],
  },
  "apiKeys.log": {
    description: "All that happened to a key and all that was done with it, newest first: its calls, the changes of the key itself, and for callers who may read events what it changed. A key that is bound to places sees no other key's calls, and no changes but those of keys.",
    throws: [
      { code: "not_found", when: "" },
      { code: "validation_failed", when: "the cursor is not one of this list" },
    ],
  },
  "apiKeys.revokeCurrent": {
    description: "A key ends itself, whatever its scopes.",
    throws: [
      { code: "not_found", when: "the caller is a signed-in person and no key" },
    ],
  },
  "apiKeys.revoke": {
    description: "Ends a key for good. Revoking it again gives the same receipt. This server refuses the key from before the answer is sent; the others within a second.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "apiKeys.rotate": {
    description: "Gives a key a new secret; its id, rights and history stay. The old secret dies at once unless a grace is asked for, and with `activate: \"first_use\"` only once the new one is used. Of several at once, one succeeds.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "the key has expired or was revoked" },
      { code: "rotation_in_progress", when: "" },
      { code: "escalation_denied", when: "the new secret would give the caller what they lack" },
      { code: "recent_sign_in_required", when: "the key has `admin:*`" },
    ],
  },
  "apiKeys.update": {
    description: "Changes a key; its secret stays. Fields that are not sent stay. Whoever sees a key may narrow it.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "the key has expired or was revoked" },
      { code: "session_required", when: "a key would give a key more than it has, or mute its alerts" },
      { code: "escalation_denied", when: "the person lacks what the key would have, is no admin and it acts as somebody else, or it acts as somebody of a higher role" },
      { code: "expiry_out_of_range", when: "" },
      { code: "plan_restricted", when: "" },
      { code: "validation_failed", when: "a place that is not there, or a limit above the plan's" },
      { code: "recent_sign_in_required", when: "`admin:*` is added" },
    ],
  },
  "apiKeys.usage": {
    description: "What a key was used for, by UTC day, outcome, endpoint and network, up to the last second or so. Every day stands in it, also one without calls.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "auth.changePassword": {
    description: "Changes the password. The person's other sessions end with it, and this one goes on under a new cookie.",
    throws: [
      { code: "sign_in_failed", when: "the current password is wrong" },
      { code: "validation_failed", when: "the new one is a common one, or the same" },
      { code: "recent_sign_in_required", when: "there is a second factor, and it was not asked for lately" },
      { code: "auth_throttled", when: "" },
    ],
  },
  "auth.confirm": {
    description: "Proves the person once more, so that what is delicate may be done for 15 minutes.",
    throws: [
      { code: "sign_in_failed", when: "" },
      { code: "two_factor_required", when: "" },
      { code: "auth_throttled", when: "" },
    ],
  },
  "auth.session": {
    description: "Who is signed in here, if anybody. Never an error: signed out is an answer.",
    throws: [],
  },
  "auth.signIn": {
    description: "Signs a person in and sets the session cookie. An unknown account takes as long as a wrong password and answers the same; that an account has a second factor is told to whoever knows its password.",
    throws: [
      { code: "sign_in_failed", when: "" },
      { code: "two_factor_required", when: "" },
      { code: "auth_throttled", when: "" },
    ],
  },
  "auth.signOut": {
    description: "Ends this browser's session. Signing out twice is no error.",
    throws: [],
  },
  "auth.signUp": {
    description: "Makes an account and signs it in: with an organization of its own, live and test, or by an invitation in that one. By default only the first user of an instance may, and who is invited.",
    throws: [
      { code: "role_forbidden", when: "sign-up is closed, or the invitation is for another address" },
      { code: "not_found", when: "the invitation does not hold" },
      { code: "validation_failed", when: "the password is a common one" },
      { code: "conflict", when: "the address has an account" },
      { code: "auth_throttled", when: "" },
    ],
  },
  "auth.switchOrganization": {
    description: "Sets where this browser works when a request names no organization.",
    throws: [
      { code: "not_found", when: "the person is no active member of it" },
    ],
  },
  "bins.bulk": {
    description: "Up to 500 operations on bins, in their order and in one transaction. Each ends as its single call would; atomic, they are done all or none.",
    throws: [
      { code: "insufficient_scope", when: "it deletes, and the caller may not" },
      { code: "role_forbidden", when: "it deletes, and the caller may not" },
      { code: "not_found", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "conflict", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "version_mismatch", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "limit_reached", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
    ],
  },
  "bins.create": {
    description: "Creates a bin and gives it a label code.",
    throws: [
      { code: "not_found", when: "the location is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "a bounded key names no location" },
      { code: "limit_reached", when: "20,000 bins" },
    ],
  },
  "bins.get": {
    description: "One bin, by its id or the code on its label.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "bins.items": {
    description: "Lists the items in a bin, with the filters of all items.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "bins.labelPng": {
    description: "A bin's label as PNG: the QR code that leads to it, its name and its code.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "bins.labelSvg": {
    description: "A bin's label as SVG: the QR code that leads to it, its name and its code.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "bins.list": {
    description: "Lists bins, the last changed first; those in the trash are left out.",
    throws: [],
  },
  "bins.remove": {
    description: "Puts an empty bin into the trash.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "items are in it" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "bins.restore": {
    description: "Takes a bin out of the trash, to where it stood. One that is not in the trash stays as it is.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
      { code: "limit_reached", when: "20,000 bins" },
    ],
  },
  "bins.update": {
    description: "Changes a bin; a new `location_id` moves it with everything in it. Fields that are not sent stay.",
    throws: [
      { code: "not_found", when: "bin or location is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "a bounded key would leave it nowhere" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "codes.claim": {
    description: "Puts a blank label on a bin, an item or a place. Of many who try at once, exactly one succeeds; doing it again changes nothing. A bin goes by its newest label, and older ones still lead to it.",
    throws: [
      { code: "validation_failed", when: "" },
      { code: "not_found", when: "" },
      { code: "conflict", when: "it stands on something else" },
    ],
  },
  "codes.get": {
    description: "What a label stands on.",
    throws: [
      { code: "validation_failed", when: "it was mistyped" },
      { code: "not_found", when: "nobody made it, or what it stands on is out of reach or in the trash" },
    ],
  },
  "codes.list": {
    description: "Lists labels, the newest first: blank ones, and those on what the caller can reach.",
    throws: [],
  },
  "codes.reserve": {
    description: "Makes codes for labels that stand on nothing yet. A batch of a name that is there already grows.",
    throws: [],
  },
  "deliveries.get": {
    description: "One delivery with what was sent and each attempt. It is kept for 30 days after it has ended.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "deliveries.retry": {
    description: "Tries a delivery that has ended once more, under the same `webhook-id` and with the same body, as often as a new one.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "it is still under way, its trigger is off, or its action is gone" },
    ],
  },
  "events.list": {
    description: "Lists what happened, newest first; with `after`, what came after that `seq`, oldest first. With `wait`, an empty answer comes only once that time is over, or the server stops.",
    throws: [],
  },
  "events.stream": {
    description: "Tells what happens as it happens, as server-sent events: each with its `seq` as the `id`, so that a reader who comes again with `Last-Event-ID` misses nothing. It ends when the caller may not follow any more, with nothing told after.",
    throws: [
      { code: "invalid_header", when: "the caller, or this server, has as many streams open as may be" },
      { code: "rate_limited", when: "the caller, or this server, has as many streams open as may be" },
    ],
  },
  "events.undo": {
    description: "Puts back what a key or a person did, or events by their `seq`, newest first and in one transaction; what others have changed since stays, and is listed with the reason. It takes the scopes of what is put back: `write` of each noun, and `delete` where a creation is taken back.",
    throws: [
      { code: "validation_failed", when: "none or several of api_key_id, user_id and event_seqs" },
      { code: "not_found", when: "no such key, person or event" },
      { code: "limit_reached", when: "more than 10,000 events" },
    ],
  },
  "exports.download": {
    description: "Everything in the caller's reach but the trash, as of one moment, as a stream. NDJSON ends with a line that counts the others; what fails on the way breaks the answer off.",
    throws: [
      { code: "rate_limited", when: "this server gives out as many exports as it can" },
    ],
  },
  "handOvers.approve": {
    description: "Lets a program have a key of this organization, on the terms given here and not on those it wished for. The key is made when the program collects it, with the rights that its approver has by then. A key approves nothing.",
    throws: [
      { code: "not_found", when: "unknown, decided or over: one answer" },
      { code: "auth_throttled", when: "too many wrong codes" },
      { code: "role_forbidden", when: "the role makes no keys, or the organization leaves this to its admins" },
      { code: "escalation_denied", when: "it would have a scope that its approver lacks" },
      { code: "expiry_out_of_range", when: "" },
      { code: "plan_restricted", when: "" },
      { code: "validation_failed", when: "a place that is not there, or a limit above the plan's" },
      { code: "recent_sign_in_required", when: "it would have `admin:*`" },
    ],
  },
  "handOvers.begin": {
    description: "A program asks for a key. It shows `user_code` and the page to type it on to its person, and asks `POST /hand-overs/collect` until they have decided. What it asks for is a wish, and gives it nothing.",
    throws: [
      { code: "auth_throttled", when: "too many programs of one network ask, or of all networks together" },
      { code: "csrf_rejected", when: "a web page of another site asks" },
    ],
  },
  "handOvers.collect": {
    description: "Tells a program what was decided, and gives it its key, once. The key is made in this moment, by the rights that its approver has now, and only while the session lasts that approved it; so no secret waits anywhere to be fetched.",
    throws: [
      { code: "not_found", when: "no such device code, or one of long ago" },
      { code: "rate_limited", when: "it asked a moment ago; wait as long as `Retry-After` says" },
      { code: "csrf_rejected", when: "a web page of another site asks" },
      { code: "role_forbidden", when: "its approver has lost the right to make this key" },
      { code: "escalation_denied", when: "its approver has lost the right to make this key" },
      { code: "expiry_out_of_range", when: "the organization does not allow it any more" },
      { code: "plan_restricted", when: "the organization does not allow it any more" },
      { code: "validation_failed", when: "the organization does not allow it any more" },
      { code: "limit_reached", when: "the organization does not allow it any more" },
    ],
  },
  "handOvers.look": {
    description: "Who asks for a key under a code, and for what.",
    throws: [
      { code: "not_found", when: "unknown, decided or over: one answer" },
      { code: "auth_throttled", when: "too many wrong codes" },
    ],
  },
  "handOvers.refuse": {
    description: "Lets a program go without a key. It is told when it asks next, and its code is used up.",
    throws: [
      { code: "not_found", when: "unknown, decided or over: one answer" },
      { code: "auth_throttled", when: "too many wrong codes" },
    ],
  },
  "imports.create": {
    description: "Brings in a file, all of it or nothing: rows with the id, external id or label of a thing that is there change it, the others are new. The file is kept until that is done, so that what a stopped server left can be resumed.",
    throws: [
      { code: "validation_failed", when: "with line and column of each error" },
      { code: "conflict", when: "another import is at work in the workspace" },
      { code: "rate_limited", when: "the server has as many imports in hand as it can" },
    ],
  },
  "imports.get": {
    description: "How far an import is, and what came of it. A bounded key sees its own.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "imports.list": {
    description: "The imports of the last 30 days, the newest first. A bounded key sees its own.",
    throws: [],
  },
  "imports.resume": {
    description: "Runs an import from its beginning that a stopped server left; nothing of it was written. It answers at once, to be followed by GET /imports/{id}.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "it has ended, or it or another one is at work" },
    ],
  },
  "imports.undo": {
    description: "Puts back what an import did, in one transaction; what others have changed since stays, and is listed with the reason. It takes the scopes of what is put back: to take back what is new is to delete.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "it is not done, or an import is at work" },
    ],
  },
  "instanceUsers.list": {
    description: "The accounts of this instance, for its admin.",
    throws: [
      { code: "role_forbidden", when: "for everybody else" },
    ],
  },
  "instanceUsers.update": {
    description: "Disables an account of this instance, or enables it again. The person's sessions end, and keys that act as them are refused for as long as it lasts: by this server from before the answer is sent, by the others within a second.",
    throws: [
      { code: "not_found", when: "there is no such account, or the caller is not the instance's admin" },
      { code: "recent_sign_in_required", when: "" },
      { code: "conflict", when: "it is the caller's own" },
    ],
  },
  "invitations.accept": {
    description: "Joins the organization of an invitation.",
    throws: [
      { code: "not_found", when: "unknown, used, taken back or over: one answer" },
      { code: "role_forbidden", when: "it is for another address" },
      { code: "conflict", when: "already a member" },
      { code: "auth_throttled", when: "" },
    ],
  },
  "invitations.list": {
    description: "The invitations that can still be accepted, newest first.",
    throws: [],
  },
  "invitations.look": {
    description: "Where an invitation leads, for whoever has its link.",
    throws: [
      { code: "not_found", when: "unknown, used, taken back or over: one answer" },
      { code: "auth_throttled", when: "" },
    ],
  },
  "invitations.remove": {
    description: "Takes an invitation back.",
    throws: [
      { code: "not_found", when: "" },
      { code: "environment_mismatch", when: "the caller is a test key" },
    ],
  },
  "items.adjust": {
    description: "Adds to, takes from, or counts an item's stock, in one step that no other write can come between. A count that finds what was there already records nothing.",
    throws: [
      { code: "not_found", when: "" },
      { code: "insufficient_stock", when: "less than nothing would be left" },
      { code: "conflict", when: "`if_quantity` is not the quantity" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "items.bulk": {
    description: "Up to 500 operations on items, in their order and in one transaction. Each ends as its single call would; atomic, they are done all or none.",
    throws: [
      { code: "insufficient_scope", when: "it deletes, and the caller may not" },
      { code: "role_forbidden", when: "it deletes, and the caller may not" },
      { code: "not_found", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "conflict", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "insufficient_stock", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "version_mismatch", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
      { code: "limit_reached", when: "of the first operation that fails, with `failed_index`, if it is atomic" },
    ],
  },
  "items.create": {
    description: "Creates an item in a bin, in a location, or, without either, in the inbox.",
    throws: [
      { code: "not_found", when: "bin or location is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "a bounded key names neither" },
      { code: "conflict", when: "the external id is taken" },
      { code: "limit_reached", when: "100,000 items" },
    ],
  },
  "items.get": {
    description: "One item.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "items.list": {
    description: "Lists items, the last changed first; those in the trash are left out.",
    throws: [],
  },
  "items.move": {
    description: "Moves an item, or splits a part of it off to another place. Moving it to where it already is records nothing.",
    throws: [
      { code: "not_found", when: "item, bin or location is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "neither or both places are sent, or a bounded key would move it into the inbox" },
      { code: "insufficient_stock", when: "less is there than shall move" },
      { code: "version_mismatch", when: "" },
      { code: "limit_reached", when: "the part would be one item too many" },
    ],
  },
  "items.remove": {
    description: "Puts an item into the trash.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "items.restore": {
    description: "Takes an item out of the trash, to where it was; where its bin is in the trash or gone, to where that stood, else into the inbox. One that is not in the trash stays as it is.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "its external id is taken" },
      { code: "version_mismatch", when: "" },
      { code: "limit_reached", when: "100,000 items" },
    ],
  },
  "items.update": {
    description: "Changes an item; a new `bin_id` or `location_id` moves it there from where it was. Fields that are not sent stay.",
    throws: [
      { code: "not_found", when: "item, bin or location is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "a bounded key would put it into the inbox" },
      { code: "conflict", when: "the external id is taken" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "labels.batches": {
    description: "Lists the sheets of labels, the newest first, with how many of each are used.",
    throws: [],
  },
  "labels.print": {
    description: "A PDF of labels for common sheets, in the order of the codes; blank labels have no name yet.",
    throws: [
      { code: "not_found", when: "one of them is not there for the caller" },
      { code: "validation_failed", when: "one was mistyped, or the sheet has not as many labels as are skipped" },
    ],
  },
  "leakedKeys.report": {
    description: "Whoever holds a key can have it revoked. The answer, and when it comes, are the same for a real key, an unknown one and a text that is none; a real one is refused from before the answer on. Nothing of the text is kept.",
    throws: [
      { code: "auth_throttled", when: "too many reports from one network, whatever was reported" },
    ],
  },
  "libraries.list": {
    description: "Lists the roots of the tree by name, with how much is in each; for a key that is bound to places, those places.",
    throws: [],
  },
  "locations.contents": {
    description: "Lists what is directly in a place: its places, then bins, then items, each by name. What is in a bin is the bin's.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "locations.create": {
    description: "Creates a place: a library when it has no parent, otherwise inside another place.",
    throws: [
      { code: "not_found", when: "the parent is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "a bounded key names no parent" },
      { code: "conflict", when: "a sibling has the name" },
      { code: "limit_reached", when: "2,000 places, or 7 levels" },
    ],
  },
  "locations.get": {
    description: "One place.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "locations.list": {
    description: "Lists places by name; with `parent_id`, the direct children of one.",
    throws: [],
  },
  "locations.remove": {
    description: "Deletes a place for good. What is in it goes to `move_to`; without that, only an empty place can go.",
    throws: [
      { code: "not_found", when: "it, or `move_to`, is not in the caller's workspace or bounds" },
      { code: "conflict", when: "it is not empty, or `move_to` lies within it" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "locations.update": {
    description: "Changes a place; a new `parent_id` moves it with everything in it. Fields that are not sent stay.",
    throws: [
      { code: "not_found", when: "it, or the new parent, is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "a bounded key would make it a library" },
      { code: "conflict", when: "a sibling has the name, or the new parent lies within it" },
      { code: "limit_reached", when: "places would nest too deep" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "members.get": {
    description: "One member of the organization, with their role and how many keys act as them.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "members.invite": {
    description: "Invites somebody as admin at the most; the link is in this answer alone, and in the mail when there is an address and a mail server. It holds for as long as its maker could give it.",
    throws: [
      { code: "environment_mismatch", when: "the caller is a test key" },
      { code: "escalation_denied", when: "a key would give more than it has" },
      { code: "limit_reached", when: "100 people were invited by address within a day" },
    ],
  },
  "members.list": {
    description: "The members of the organization, by name.",
    throws: [],
  },
  "members.remove": {
    description: "Takes a member out; the keys that act as them end in the same transaction.",
    throws: [
      { code: "not_found", when: "" },
      { code: "role_forbidden", when: "they stand above the caller" },
      { code: "conflict", when: "they are the last owner" },
      { code: "environment_mismatch", when: "the caller is a test key" },
    ],
  },
  "members.update": {
    description: "Changes a member's role, suspends them or lets them in again. Keys that act as them follow: this server judges them anew from before the answer is sent, the others within a second.",
    throws: [
      { code: "not_found", when: "" },
      { code: "role_forbidden", when: "they stand above the caller, or would" },
      { code: "session_required", when: "a key would give rights" },
      { code: "conflict", when: "the last owner would be gone" },
      { code: "environment_mismatch", when: "the caller is a test key" },
    ],
  },
  "notifications.list": {
    description: "What the person (for a key: its subject) should know of, in this organization, newest first. A session sees both environments; a key sees its own.",
    throws: [],
  },
  "notifications.preferences": {
    description: "How the person (for a key: its subject) is told of things in this organization.",
    throws: [],
  },
  "notifications.read": {
    description: "Marks notifications as read; those that are read or not theirs stay as they are.",
    throws: [],
  },
  "notifications.updatePreferences": {
    description: "Changes how the person is told of things in this organization; `kinds` is merged. No key may: whoever has stolen one could silence what tells of it. A digest that is turned on later in the day than its hour begins the day after.",
    throws: [
      { code: "role_forbidden", when: "the person is in no organization" },
    ],
  },
  "organizations.create": {
    description: "Makes another organization, live and test, with the person as its owner.",
    throws: [
      { code: "conflict", when: "the slug is taken" },
      { code: "limit_reached", when: "the person owns 50" },
    ],
  },
  "organizations.get": {
    description: "One organization of the caller, with its settings.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "organizations.leave": {
    description: "Leaves an organization; keys that act as the person end with it. Who is suspended may leave, too.",
    throws: [
      { code: "not_found", when: "" },
      { code: "conflict", when: "the last owner cannot leave" },
    ],
  },
  "organizations.list": {
    description: "The organizations of the person, by name; for a key, the one it belongs to.",
    throws: [],
  },
  "organizations.remove": {
    description: "Ends an organization with all that it holds; its keys stop in the same transaction. For its owners alone.",
    throws: [
      { code: "not_found", when: "" },
      { code: "role_forbidden", when: "" },
      { code: "recent_sign_in_required", when: "" },
    ],
  },
  "organizations.update": {
    description: "Changes an organization; `settings` is merged. Its keys have the new limits from the next request on.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
      { code: "conflict", when: "the slug is taken" },
      { code: "environment_mismatch", when: "the caller is a test key" },
      { code: "role_forbidden", when: "plan and rate_limit are for the admin of the instance, signed in" },
      { code: "session_required", when: "plan and rate_limit are for the admin of the instance, signed in" },
    ],
  },
  "projects.consume": {
    description: "Takes what an active project reserved out of the stock: what is named, or else all that is left. All of it or none.",
    throws: [
      { code: "not_found", when: "the project, or it does not reserve an item that is named" },
      { code: "conflict", when: "the project is not active, an item is in the trash, or more is named than is left of the reservation" },
      { code: "insufficient_stock", when: "less than nothing would be left of an item" },
    ],
  },
  "projects.create": {
    description: "Creates a project. It holds stock only while it is `active`.",
    throws: [
      { code: "role_forbidden", when: "the key is bound to places, and a project is in none" },
      { code: "validation_failed", when: "it is due before it starts" },
    ],
  },
  "projects.get": {
    description: "One project: its status, dates and tags. What it reserves is a list of its own.",
    throws: [
      { code: "not_found", when: "not in the caller's workspace, or the key is bound to places" },
    ],
  },
  "projects.items": {
    description: "What a project reserves, in the order of walking: by place as it is spelled out, then by name; what lies nowhere comes last. Items in the trash stay on the list.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "projects.list": {
    description: "Lists projects, the last changed first. Sorted by `due_on`, those without a day count as due after all others. A key that is bound to places sees none.",
    throws: [
      { code: "insufficient_scope", when: "what is said of stock takes `items:read` too" },
    ],
  },
  "projects.release": {
    description: "Takes an item off a project. What was used up of it stays used up.",
    throws: [
      { code: "not_found", when: "the project, or it does not reserve the item" },
    ],
  },
  "projects.remove": {
    description: "Deletes a project for good and lets go of what it reserved; its tasks stay, without it.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "projects.reserve": {
    description: "Sets how much of an item a project needs in all, what it used up included; sending it again replaces the number. More than there is is allowed, and said as `shortage`.",
    throws: [
      { code: "not_found", when: "project or item" },
      { code: "conflict", when: "the project is done or cancelled, or has used up more than that" },
      { code: "limit_reached", when: "1,000 things a project" },
    ],
  },
  "projects.update": {
    description: "Changes a project; fields that are not sent stay. Becoming `active` takes hold of what it reserves, any other status lets go of it.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
      { code: "validation_failed", when: "it is due before it starts, or too much would be held of an item" },
    ],
  },
  "rateLimit.get": {
    description: "What is left of the caller's two windows. Asking is free, also when nothing is left.",
    throws: [],
  },
  "sandbox.reset": {
    description: "Empties the organization's test workspace and fills it with sample data, all at once. A signed-in person may ask from either environment, a key from test alone. Nothing live is touched; the test events stay.",
    throws: [
      { code: "environment_mismatch", when: "the caller is a live key" },
      { code: "role_forbidden", when: "the key is bound to some places" },
    ],
  },
  "scan.scan": {
    description: "One request for a handheld: what the code names is looked up, or changed at once. Whatever changes something needs `items:write`; moving a bin needs `bins:write` too. A bin or a place has no quantity, so `add`, `remove` and `count` look it up, and the answer's `action` says so.",
    throws: [
      { code: "not_found", when: "with `suggest`: `create` for a code that nothing has, `claim` for a blank label" },
      { code: "conflict", when: "several items have the barcode or SKU, or `create` finds one that has it" },
      { code: "insufficient_stock", when: "" },
      { code: "validation_failed", when: "" },
      { code: "limit_reached", when: "" },
    ],
  },
  "search.search": {
    description: "Finds items, bins and places, the best first: what is named so (also by label, barcode, SKU or external id), then names that begin so, whose words do, that hold it, things that hold it elsewhere, and names that differ by a typo. All words must match. A word of one or two letters is looked for where words begin. The trash is left out.",
    throws: [],
  },
  "sessions.endOthers": {
    description: "Signs out all of the person's other browsers.",
    throws: [],
  },
  "sessions.end": {
    description: "Signs one browser out, from another one.",
    throws: [
      { code: "not_found", when: "it is not one's own, or has ended" },
    ],
  },
  "sessions.list": {
    description: "Where the person is signed in.",
    throws: [],
  },
  "summary.get": {
    description: "Flat counts for dashboards, all of the same moment; the trash counts nowhere. Days are those of UTC. A bounded key's are of what lies in its places.",
    throws: [],
  },
  "tasks.complete": {
    description: "Completes a task. One that is done already stays as it is, and nothing is recorded.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "tasks.create": {
    description: "Creates a task, perhaps about an item, a bin or a location, or within a project.",
    throws: [
      { code: "not_found", when: "what it names is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "the assignee is no active member, or a bounded key names no subject" },
    ],
  },
  "tasks.get": {
    description: "One task, with what it is about.",
    throws: [
      { code: "not_found", when: "not in the caller's workspace, or about nothing within the caller's bounds" },
    ],
  },
  "tasks.list": {
    description: "Lists tasks, the last changed first. Sorted by `due_on`, those without a day count as due after all others.",
    throws: [],
  },
  "tasks.remove": {
    description: "Deletes a task for good.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "tasks.update": {
    description: "Changes a task; fields that are not sent stay. `completed_at` follows the status.",
    throws: [
      { code: "not_found", when: "the task, or what it names, is not in the caller's workspace or bounds" },
      { code: "validation_failed", when: "the assignee is no active member, or a bounded key takes the subject away" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "triggers.create": {
    description: "Creates a trigger, which hears of what happens from then on. Each webhook's secret stands in this answer and nowhere else.",
    throws: [
      { code: "role_forbidden", when: "the key is bound to places" },
      { code: "insufficient_scope", when: "an action that creates tasks takes `tasks:write` too" },
      { code: "validation_failed", when: "a condition or template that makes no sense of such events, or an assignee who is no member" },
      { code: "limit_reached", when: "200 triggers in a workspace" },
    ],
  },
  "triggers.deliveries": {
    description: "What a trigger did in the last 30 days, newest first: one delivery for each action and event.",
    throws: [
      { code: "not_found", when: "" },
    ],
  },
  "triggers.get": {
    description: "One trigger, with its conditions and actions; the secrets of its webhooks are left out.",
    throws: [
      { code: "not_found", when: "not in the caller's workspace, or the key is bound to places" },
    ],
  },
  "triggers.list": {
    description: "Lists triggers by name. A key that is bound to places sees none.",
    throws: [],
  },
  "triggers.preview": {
    description: "What a trigger would do, told by the newest event that it would listen to; nothing is sent or written.",
    throws: [
      { code: "role_forbidden", when: "the key is bound to places" },
      { code: "validation_failed", when: "" },
    ],
  },
  "triggers.remove": {
    description: "Deletes a trigger for good, with its deliveries and secrets; the tasks that it made stay.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
    ],
  },
  "triggers.rotate": {
    description: "Gives a webhook a new secret, which stands in this answer and nowhere else. While the grace lasts, each post is signed with both, so that the receiver can change over in between.",
    throws: [
      { code: "not_found", when: "the trigger, or no webhook of its has that id" },
      { code: "validation_failed", when: "it has several webhooks, and none is named" },
      { code: "conflict", when: "it has no webhook" },
    ],
  },
  "triggers.test": {
    description: "Posts to each webhook of a trigger now, once, whatever the conditions say and whether it is on or off; tasks are only worded. It counts for nothing: neither as firing nor as a failure.",
    throws: [
      { code: "not_found", when: "the trigger, or the event" },
    ],
  },
  "triggers.update": {
    description: "Changes a trigger; fields that are not sent stay. Actions are sent whole: one with its `id` keeps its secret, and headers sent as null keep their values; an action that is not sent is gone, and a new webhook's secret stands in this answer alone. Turned off, its pending deliveries are cancelled; turned on, it hears of what happens from then on.",
    throws: [
      { code: "not_found", when: "" },
      { code: "version_mismatch", when: "" },
      { code: "insufficient_scope", when: "an action that creates tasks takes `tasks:write` too, unless it is renamed or turned off alone" },
      { code: "validation_failed", when: "" },
    ],
  },
  "twoFactor.disable": {
    description: "Turns the second factor off; its secret and the recovery codes are gone.",
    throws: [
      { code: "recent_sign_in_required", when: "" },
      { code: "conflict", when: "there is none" },
    ],
  },
  "twoFactor.enable": {
    description: "Turns the second factor on, and gives the recovery codes. They are kept as MACs, so nothing shows them again.",
    throws: [
      { code: "recent_sign_in_required", when: "" },
      { code: "conflict", when: "it is on already, or was not started" },
      { code: "validation_failed", when: "the code is wrong" },
    ],
  },
  "twoFactor.get": {
    description: "Whether a second factor is needed to sign in.",
    throws: [],
  },
  "twoFactor.renewRecoveryCodes": {
    description: "Gives new recovery codes; the old ones open nothing any more.",
    throws: [
      { code: "recent_sign_in_required", when: "" },
      { code: "conflict", when: "there is no second factor" },
    ],
  },
  "twoFactor.start": {
    description: "Makes the secret for an authenticator app; it counts once `enable` was given a code of it. Starting again makes another.",
    throws: [
      { code: "recent_sign_in_required", when: "" },
      { code: "conflict", when: "it is set up already" },
    ],
  },
  "whoami.get": {
    description: "Who the server takes the caller for, and what they may do right now.",
    throws: [],
  },
};
