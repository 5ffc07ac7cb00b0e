import { randomBytes } from "node:crypto";
import type { TriggerAction, TriggerActionInput } from "@stowage/contract/triggers";
import { newId } from "@stowage/db/new-id";
import type { StoredAction, StoredWebhook } from "@stowage/db/schema/triggers";
import { type Deps, instantNow } from "../deps.ts";
import type { Caller } from "../gate/caller.ts";
import { invalidField } from "../problems.ts";
import { isCutAddress, shownAddress } from "./shown-address.ts";

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

type SealingDeps = Pick<Deps, "sealer" | "now">;
type WebhookInput = Extract<TriggerActionInput, { type: "webhook" }>;
type Headers = Record<string, string>;

const secretPurpose = (action_id: string) => `webhook secret ${action_id}`;
const headersPurpose = (action_id: string) => `webhook headers ${action_id}`;

/** Actions as they are stored, and the secrets that were made for them, by the id of the action. */
export interface MadeActions {
  actions: StoredAction[];
  secrets: ReadonlyMap<string, string>;
}

/**
 * Makes stored actions of those that were sent. One with the id of an action `before` is that action: its secret stays, and
 * so do headers sent as null, as long as the address keeps its scheme, host and port. Any other is new.
 * @throws validation_failed  an id that is none of them or sent twice, a header's value that is not there to be kept, or an
 *   address as it is shown cut
 */
export function storedActions(
  deps: SealingDeps,
  sent: readonly TriggerActionInput[],
  before: readonly StoredAction[],
): MadeActions {
  const secrets = new Map<string, string>();
  const actions = sent.map((input, place): StoredAction => {
    const pointer = `/actions/${place}`;
    const kept = input.id === undefined ? null : actionToKeep(input, before, pointer);
    if (kept && sent.findIndex(({ id }) => id === kept.id) < place)
      throw invalidField(`${pointer}/id`, "duplicate", "Another action here has this id.");
    const id = kept?.id ?? newId("trigger_action");
    if (input.type === "create_task") return { ...input, id };
    const webhook = storedWebhook(deps, { ...input, id }, kept?.type === "webhook" ? kept : null, pointer);
    if (webhook.secret !== null) secrets.set(id, webhook.secret);
    return webhook.stored;
  });
  return { actions, secrets };
}

function actionToKeep(
  { id, type }: TriggerActionInput,
  before: readonly StoredAction[],
  pointer: string,
): StoredAction {
  const kept = before.find((action) => action.id === id);
  if (kept?.type === type) return kept;
  const message = "The trigger has no such action. Leave the id out for a new one.";
  throw invalidField(`${pointer}/id`, "unknown_action", message);
}

function storedWebhook(
  deps: SealingDeps,
  { id, url, headers }: WebhookInput & { id: string },
  kept: StoredWebhook | null,
  pointer: string,
): { stored: StoredWebhook; secret: string | null } {
  if (isCutAddress(url)) {
    const message = "This is how an address is shown to those who may not change it. Send the whole one.";
    throw invalidField(`${pointer}/url`, "cut_address", message);
  }
  const secret = kept ? null : newSecret();
  const stored: StoredWebhook = {
    id,
    type: "webhook",
    url,
    ...sealedHeaders(deps, { id, headers }, kept && sameOrigin(kept.url, url) ? kept : null, pointer),
    secrets: secret === null ? (kept?.secrets ?? []) : [sealedSecret(deps, id, secret)],
  };
  return { stored, secret };
}

const sameOrigin = (one: string, other: string) => new URL(one).origin === new URL(other).origin;

/**
 * What is sealed stays as it is where nothing changes. A value goes with its address: whoever may change an address could read
 * it otherwise, by sending it to themselves.
 */
function sealedHeaders(
  { sealer }: SealingDeps,
  { id, headers }: { id: string; headers: Record<string, string | null> },
  kept: StoredWebhook | null,
  pointer: string,
): Pick<StoredWebhook, "header_names" | "headers_sealed"> {
  const names = Object.keys(headers);
  refuseTwice(names, pointer);
  const isAllKept =
    kept?.header_names.length === names.length && names.every((name) => headers[name] === null);
  if (isAllKept && names.every((name) => kept.header_names.includes(name))) return headersOf(kept);
  const before = (kept && openedHeaders({ sealer }, kept)) ?? {};
  const after = Object.fromEntries(
    names.map((name) => [name, headers[name] ?? keptValue(before, name, pointer)] as const),
  );
  if (kept && isSame(before, after)) return headersOf(kept);
  if (names.length === 0) return { header_names: [], headers_sealed: null };
  return { header_names: names, headers_sealed: sealer.seal(JSON.stringify(after), headersPurpose(id)) };
}

const headersOf = ({ header_names, headers_sealed }: StoredWebhook) => ({ header_names, headers_sealed });

function isSame(before: Headers, after: Headers): boolean {
  const names = Object.keys(after);
  return names.length === Object.keys(before).length && names.every((name) => before[name] === after[name]);
}

/** The name of a header as a member of a JSON pointer (RFC 6901); it has no slash. */
const headerPointer = (pointer: string, name: string) => `${pointer}/headers/${name.replaceAll("~", "~0")}`;

function keptValue(before: Headers, name: string, pointer: string): string {
  const value = Object.hasOwn(before, name) ? before[name] : undefined;
  if (value !== undefined) return value;
  const message = "No value is kept for this header and address. Send one.";
  throw invalidField(headerPointer(pointer, name), "no_value_kept", message);
}

function refuseTwice(names: readonly string[], pointer: string): void {
  const lower = names.map((name) => name.toLowerCase());
  const twice = names.find((name, place) => lower.indexOf(name.toLowerCase()) < place);
  if (twice === undefined) return;
  throw invalidField(headerPointer(pointer, twice), "duplicate", "This header is sent twice.");
}

/** `whsec_` and base64, as the Standard Webhooks libraries read it. */
const newSecret = () => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;

const sealedSecret = ({ sealer }: SealingDeps, action_id: string, secret: string) => ({
  sealed: sealer.seal(secret, secretPurpose(action_id)),
  until: null,
});

/** Gives a webhook a new secret; the one it had signs along until `until`, or is gone at once for null. */
export function withNewSecret(
  deps: SealingDeps,
  webhook: StoredWebhook,
  until: string | null,
): { stored: StoredWebhook; secret: string } {
  const secret = newSecret();
  const former = until === null ? [] : webhook.secrets.slice(0, 1).map(({ sealed }) => ({ sealed, until }));
  return { stored: { ...webhook, secrets: [sealedSecret(deps, webhook.id, secret), ...former] }, secret };
}

/** An action as it is shown to a caller. `secret` is the one that this answer makes. */
export function shownAction(
  { deps, caller }: { deps: Pick<Deps, "now">; caller: Pick<Caller, "scopes"> },
  stored: StoredAction,
  { secret }: { secret?: string | undefined } = {},
): TriggerAction {
  if (stored.type === "create_task") return stored;
  const { id, type, url, header_names, secrets } = stored;
  const until = secrets[1]?.until ?? null;
  return {
    id,
    type,
    url: shownAddress(caller, url),
    headers: Object.fromEntries(header_names.map((name) => [name, null])),
    ...(secret !== undefined && { secret }),
    previous_secret_until: until !== null && until > instantNow(deps) ? until : null,
  };
}

/** An action as events tell of it: of an address no more than its host, since paths are secrets at times. */
export function toldAction(stored: StoredAction): Record<string, unknown> {
  if (stored.type === "create_task") return { ...stored };
  const { id, type, url, header_names } = stored;
  return { id, type, url: new URL(url).origin, header_names };
}

/** The headers that go with each post; null: they were sealed under another `APP_SECRET`. */
export function webhookHeaders(deps: Pick<Deps, "sealer">, stored: StoredWebhook): Headers | null {
  return openedHeaders(deps, stored);
}

/**
 * What posts are signed with at this moment, the newest first; the former one while its time lasts. Null: the newest was
 * sealed under another `APP_SECRET`.
 */
export function secretsInForce(
  deps: SealingDeps,
  { id, secrets }: Pick<StoredWebhook, "id" | "secrets">,
): string[] | null {
  const now = instantNow(deps);
  const inForce = secrets.filter(({ until }) => until === null || until > now);
  const [newest, ...former] = inForce.map(({ sealed }) => deps.sealer.open(sealed, secretPurpose(id)));
  if (newest === undefined || newest === null) return null;
  return [newest, ...former.filter((secret) => secret !== null)];
}

function openedHeaders(
  { sealer }: Pick<Deps, "sealer">,
  { id, headers_sealed }: StoredWebhook,
): Headers | null {
  if (headers_sealed === null) return {};
  const text = sealer.open(headers_sealed, headersPurpose(id));
  return text === null ? null : (JSON.parse(text) as Headers); // we sealed it
}
