// Written by `npm run gen api` from docs/openapi.json. Change the procedures.
import { asFile } from "./as-file.ts";
import type { Api } from "./api.ts";
import type { FileAnswer } from "./file-answer.ts";
import type { CallOptions } from "./options.ts";
import type { PagePromise } from "./page-promise.ts";
import { segment } from "./query-string.ts";
import type {
  AcceptInvitation,
  Account,
  AdjustItem,
  AdjustedItem,
  ApiKey,
  ApiKeyRow,
  ApiKeyWithUsage,
  ApproveHandOver,
  BeginHandOver,
  BegunHandOver,
  Bin,
  BinView,
  BulkAnswer,
  BulkBins,
  BulkItems,
  ChangePassword,
  ChangePasswordAnswer,
  ClaimCode,
  CollectHandOver,
  CollectedHandOver,
  CompleteTask,
  Confirm,
  ConfirmAnswer,
  ConsumeProjectItems,
  ConsumedItems,
  Content,
  CreateApiKey,
  CreateBin,
  CreateImport,
  CreateItem,
  CreateLocation,
  CreateOrganization,
  CreateProject,
  CreateTask,
  CreateTrigger,
  CreatedApiKey,
  CreatedInvitation,
  Delivery,
  DeliveryView,
  DownloadExport,
  EnableTwoFactor,
  EndOtherSessionsAnswer,
  EndSessionAnswer,
  Event,
  ExplainCall,
  ExplainedCall,
  GetApiKeyUsage,
  GetBin,
  GetBinLabelPng,
  GetBinLabelSvg,
  GetItem,
  HandOver,
  Import,
  InstanceUser,
  Invitation,
  InvitationPreview,
  InviteMember,
  Item,
  ItemView,
  KeyLogEntry,
  KeyUsage,
  LabelBatch,
  LabelCode,
  LeakedKeyReport,
  LeaveOrganizationAnswer,
  Library,
  ListApiKeyEvents,
  ListApiKeys,
  ListBinItems,
  ListBins,
  ListCodes,
  ListEvents,
  ListImports,
  ListInstanceUsers,
  ListInvitations,
  ListItems,
  ListLabelBatches,
  ListLibraries,
  ListLocationContents,
  ListLocations,
  ListMembers,
  ListNotifications,
  ListNotificationsPage,
  ListOrganizations,
  ListProjectItems,
  ListProjects,
  ListSessions,
  ListTasks,
  ListTriggerDeliveries,
  ListTriggers,
  Location,
  LookAtHandOver,
  LookAtInvitation,
  Member,
  MoveItem,
  MovedItem,
  Notification,
  NotificationPreferences,
  Organization,
  PreviewTrigger,
  PrintLabels,
  Project,
  ProjectItem,
  ProjectView,
  RateLimitState,
  ReadNotifications,
  ReadNotificationsAnswer,
  RecoveryCodes,
  RefuseHandOver,
  ReleaseProjectItemAnswer,
  RemoveAccountAnswer,
  RemoveBin,
  RemoveBinAnswer,
  RemoveInvitationAnswer,
  RemoveItem,
  RemoveItemAnswer,
  RemoveLocation,
  RemoveLocationAnswer,
  RemoveMemberAnswer,
  RemoveOrganizationAnswer,
  RemoveProject,
  RemoveProjectAnswer,
  RemoveTask,
  RemoveTaskAnswer,
  RemoveTrigger,
  RemoveTriggerAnswer,
  ReportLeakedKey,
  Reservation,
  ReserveCodes,
  ReserveCodesAnswer,
  ReserveProjectItem,
  ResolvedCode,
  RestoreBin,
  RestoreItem,
  RevokeApiKeyAnswer,
  RevokeCurrentApiKeyAnswer,
  RotateApiKey,
  RotateTrigger,
  SandboxReset,
  Scan,
  ScanAnswer,
  Search,
  SearchAnswer,
  Session,
  SessionState,
  SignIn,
  SignOutAnswer,
  SignUp,
  StreamEvents,
  Summary,
  SwitchOrganization,
  Task,
  TestTrigger,
  Trigger,
  TriggerPreview,
  TriggerTest,
  TwoFactorStart,
  TwoFactorState,
  UndoEvents,
  UndoImport,
  UndoneEvents,
  UndoneImport,
  UpdateAccount,
  UpdateApiKey,
  UpdateBin,
  UpdateInstanceUser,
  UpdateItem,
  UpdateLocation,
  UpdateMember,
  UpdateNotificationPreferences,
  UpdateOrganization,
  UpdateProject,
  UpdateTask,
  UpdateTrigger,
  WhoAmI,
} from "./types.gen.ts";

class Noun {
  protected readonly api: Api;

  constructor(api: Api) {
    this.api = api;
  }
}

/** The calls of `stowage.account`. */
export class AccountCalls extends Noun {
  /**
   * Get the own account.
   *
   * The person's own account.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   */
  get(options?: CallOptions): Promise<Account> {
    return this.api.json({ method: "GET", path: "/auth/account" }, options);
  }

  /**
   * Delete the own account.
   *
   * Deletes the person. Keys that act as them end in the same transaction, and organizations that nobody else
   * belongs to end with all that they hold. What the person did stays told.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `recent_sign_in_required`, `conflict`
   */
  remove(options?: CallOptions): Promise<RemoveAccountAnswer> {
    return this.api.json({ method: "DELETE", path: "/auth/account" }, options);
  }

  /**
   * Change the own account.
   *
   * Changes the person's name or time zone. Keys that name them have the new name from the next request on.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `body_too_large`, `validation_failed`
   */
  update(input: UpdateAccount = {}, options?: CallOptions): Promise<Account> {
    return this.api.json({ method: "PATCH", path: "/auth/account", body: input }, options);
  }
}

/** The calls of `stowage.apiKeys`. */
export class ApiKeysCalls extends Noun {
  /**
   * Take the new secret of a rotation back.
   *
   * Ends the new secret for good; the old one goes on without end.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `escalation_denied`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  cancelRotation(id: string, options?: CallOptions): Promise<ApiKey> {
    return this.api.json({ method: "POST", path: `/api-keys/${segment(id)}/rotation/cancel`, isRepeatable: true }, options);
  }

  /**
   * Create an API key.
   *
   * Makes a key that acts as its maker or, for admins, as another member. It is in no direction more than its
   * maker. The secret stands in this answer and nowhere else.
   *
   * Scopes: `api-keys:manage`.
   * @throws {StowageError} `recent_sign_in_required`, `escalation_denied`, `plan_restricted`, `conflict`,
   * `idempotency_in_flight`, `body_too_large`, `validation_failed`, `limit_reached`, `expiry_out_of_range`,
   * `idempotency_key_reused`
   */
  create(input: CreateApiKey, options?: CallOptions): Promise<CreatedApiKey> {
    return this.api.json({ method: "POST", path: "/api-keys", body: input, isRepeatable: true }, options);
  }

  /**
   * Explain whether a call would be allowed.
   *
   * Runs the checks of a call in their order, up to the first that fails, without the call. Nothing is counted,
   * and nothing is logged but the question. What depends on the body, or on the state of what the path names, is
   * not judged.
   *
   * Any key will do.
   * @throws {StowageError} `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  explain(input: ExplainCall, options?: CallOptions): Promise<ExplainedCall> {
    return this.api.json({ method: "POST", path: "/api-keys/explain", body: input, isRepeatable: true }, options);
  }

  /**
   * End the old secret of a rotation.
   *
   * Ends the old secret now. A new one that was still waiting for its first use is the key's own from here on.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  finishRotation(id: string, options?: CallOptions): Promise<ApiKey> {
    return this.api.json({ method: "POST", path: `/api-keys/${segment(id)}/rotation/finish`, isRepeatable: true }, options);
  }

  /**
   * Get an API key.
   *
   * One key with its use today and this month (UTC), its rotation if one goes on, and what would make it safer.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<ApiKeyWithUsage> {
    return this.api.json({ method: "GET", path: `/api-keys/${segment(id)}` }, options);
  }

  /**
   * List API keys.
   *
   * Lists keys, newest first, each with its requests of the last 30 days. Admins see all of the organization's,
   * others those they made or that act as them; people those of both environments, keys those of their own.
   *
   * Scopes: `api-keys:manage`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListApiKeys = {}, options?: CallOptions): PagePromise<ApiKeyRow> {
    return this.api.page("/api-keys", input, options);
  }

  /**
   * List the log of an API key.
   *
   * All that happened to a key and all that was done with it, newest first: its calls, the changes of the key
   * itself, and for callers who may read events what it changed. A key that is bound to places sees no other key's
   * calls, and no changes but those of keys.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `validation_failed`
   */
  log(id: string, input: ListApiKeyEvents = {}, options?: CallOptions): PagePromise<KeyLogEntry> {
    return this.api.page(`/api-keys/${segment(id)}/events`, input, options);
  }

  /**
   * Revoke an API key.
   *
   * Ends a key for good. Revoking it again gives the same receipt. This server refuses the key from before the
   * answer is sent; the others within a second.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `conflict`, `validation_failed`
   */
  revoke(id: string, options?: CallOptions): Promise<RevokeApiKeyAnswer> {
    return this.api.json({ method: "DELETE", path: `/api-keys/${segment(id)}` }, options);
  }

  /**
   * Revoke the calling API key.
   *
   * A key ends itself, whatever its scopes.
   *
   * Any key will do.
   */
  revokeCurrent(options?: CallOptions): Promise<RevokeCurrentApiKeyAnswer> {
    return this.api.json({ method: "DELETE", path: "/api-keys/current" }, options);
  }

  /**
   * Rotate an API key.
   *
   * Gives a key a new secret; its id, rights and history stay. The old secret dies at once unless a grace is asked
   * for, and with `activate: "first_use"` only once the new one is used. Of several at once, one succeeds.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `recent_sign_in_required`, `escalation_denied`, `conflict`, `rotation_in_progress`,
   * `idempotency_in_flight`, `body_too_large`, `validation_failed`, `idempotency_key_reused`
   */
  rotate(id: string, input: RotateApiKey = {}, options?: CallOptions): Promise<CreatedApiKey> {
    return this.api.json({ method: "POST", path: `/api-keys/${segment(id)}/rotate`, body: input, isRepeatable: true }, options);
  }

  /**
   * Change, disable or enable an API key.
   *
   * Changes a key; its secret stays. Fields that are not sent stay. Whoever sees a key may narrow it.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `recent_sign_in_required`, `escalation_denied`, `plan_restricted`, `conflict`,
   * `body_too_large`, `validation_failed`, `expiry_out_of_range`
   */
  update(id: string, input: UpdateApiKey = {}, options?: CallOptions): Promise<ApiKey> {
    return this.api.json({ method: "PATCH", path: `/api-keys/${segment(id)}`, body: input }, options);
  }

  /**
   * Chart the use of an API key.
   *
   * What a key was used for, by UTC day, outcome, endpoint and network, up to the last second or so. Every day
   * stands in it, also one without calls.
   *
   * Scopes: `api-keys:manage`.
   * @param id Its id.
   * @throws {StowageError} `validation_failed`
   */
  usage(id: string, input: GetApiKeyUsage = {}, options?: CallOptions): Promise<KeyUsage> {
    return this.api.json({ method: "GET", path: `/api-keys/${segment(id)}/usage`, query: input }, options);
  }
}

/** The calls of `stowage.auth`. */
export class AuthCalls extends Noun {
  /**
   * Change the password.
   *
   * Changes the password. The person's other sessions end with it, and this one goes on under a new cookie.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `sign_in_failed`, `recent_sign_in_required`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  changePassword(input: ChangePassword, options?: CallOptions): Promise<ChangePasswordAnswer> {
    return this.api.json({ method: "POST", path: "/auth/password", body: input, isRepeatable: true }, options);
  }

  /**
   * Confirm with the password.
   *
   * Proves the person once more, so that what is delicate may be done for 15 minutes.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `two_factor_required`, `sign_in_failed`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  confirm(input: Confirm, options?: CallOptions): Promise<ConfirmAnswer> {
    return this.api.json({ method: "POST", path: "/auth/confirm", body: input, isRepeatable: true }, options);
  }

  /**
   * Tell who is signed in.
   *
   * Who is signed in here, if anybody. Never an error: signed out is an answer.
   *
   * Needs no key.
   */
  session(options?: CallOptions): Promise<SessionState> {
    return this.api.json({ method: "GET", path: "/auth/session" }, options);
  }

  /**
   * Sign in.
   *
   * Signs a person in and sets the session cookie. An unknown account takes as long as a wrong password and
   * answers the same; that an account has a second factor is told to whoever knows its password.
   *
   * Needs no key.
   * @throws {StowageError} `two_factor_required`, `sign_in_failed`, `body_too_large`, `validation_failed`
   */
  signIn(input: SignIn, options?: CallOptions): Promise<SessionState> {
    return this.api.json({ method: "POST", path: "/auth/sign-in", body: input }, options);
  }

  /**
   * Sign out.
   *
   * Ends this browser's session. Signing out twice is no error.
   *
   * Needs no key.
   * @throws {StowageError} `body_too_large`, `validation_failed`
   */
  signOut(options?: CallOptions): Promise<SignOutAnswer> {
    return this.api.json({ method: "POST", path: "/auth/sign-out" }, options);
  }

  /**
   * Sign up.
   *
   * Makes an account and signs it in: with an organization of its own, live and test, or by an invitation in that
   * one. By default only the first user of an instance may, and who is invited.
   *
   * Needs no key.
   * @throws {StowageError} `conflict`, `body_too_large`, `validation_failed`
   */
  signUp(input: SignUp, options?: CallOptions): Promise<SessionState> {
    return this.api.json({ method: "POST", path: "/auth/sign-up", body: input }, options);
  }

  /**
   * Switch to another organization.
   *
   * Sets where this browser works when a request names no organization.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  switchOrganization(input: SwitchOrganization, options?: CallOptions): Promise<SessionState> {
    return this.api.json({ method: "POST", path: "/auth/session/organization", body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.bins`. */
export class BinsCalls extends Noun {
  /**
   * Write many bins at once.
   *
   * Up to 500 operations on bins, in their order and in one transaction. Each ends as its single call would;
   * atomic, they are done all or none.
   *
   * Scopes: `bins:write`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `version_mismatch`,
   * `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  bulk(input: BulkBins, options?: CallOptions): Promise<BulkAnswer> {
    return this.api.json({ method: "POST", path: "/bins/bulk", body: input, isRepeatable: true }, options);
  }

  /**
   * Create a bin.
   *
   * Creates a bin and gives it a label code.
   *
   * Scopes: `bins:write`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  create(input: CreateBin, options?: CallOptions): Promise<Bin> {
    return this.api.json({ method: "POST", path: "/bins", body: input, isRepeatable: true }, options);
  }

  /**
   * Get a bin.
   *
   * One bin, by its id or the code on its label.
   *
   * Scopes: `bins:read`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, input: GetBin = {}, options?: CallOptions): Promise<BinView> {
    return this.api.json({ method: "GET", path: `/bins/${segment(id)}`, query: input }, options);
  }

  /**
   * List what is in a bin.
   *
   * Lists the items in a bin, with the filters of all items.
   *
   * Scopes: `bins:read`, `items:read`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  items(id: string, input: ListBinItems = {}, options?: CallOptions): PagePromise<ItemView> {
    return this.api.page(`/bins/${segment(id)}/items`, input, options);
  }

  /**
   * Draw a bin's label as PNG.
   *
   * A bin's label as PNG: the QR code that leads to it, its name and its code.
   *
   * Scopes: `bins:read`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  labelPng(id: string, input: GetBinLabelPng = {}, options?: CallOptions): Promise<FileAnswer> {
    return this.api.file({ method: "GET", path: `/bins/${segment(id)}/label.png`, query: input }, options);
  }

  /**
   * Draw a bin's label as SVG.
   *
   * A bin's label as SVG: the QR code that leads to it, its name and its code.
   *
   * Scopes: `bins:read`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  labelSvg(id: string, input: GetBinLabelSvg = {}, options?: CallOptions): Promise<FileAnswer> {
    return this.api.file({ method: "GET", path: `/bins/${segment(id)}/label.svg`, query: input }, options);
  }

  /**
   * List bins.
   *
   * Lists bins, the last changed first; those in the trash are left out.
   *
   * Scopes: `bins:read`.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  list(input: ListBins = {}, options?: CallOptions): PagePromise<BinView> {
    return this.api.page("/bins", input, options);
  }

  /**
   * Delete a bin.
   *
   * Puts an empty bin into the trash.
   *
   * Scopes: `bins:delete`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `validation_failed`
   */
  remove(id: string, input: RemoveBin = {}, options?: CallOptions): Promise<RemoveBinAnswer> {
    return this.api.json({ method: "DELETE", path: `/bins/${segment(id)}`, query: input }, options);
  }

  /**
   * Restore a bin from the trash.
   *
   * Takes a bin out of the trash, to where it stood. One that is not in the trash stays as it is.
   *
   * Scopes: `bins:write`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `version_mismatch`,
   * `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  restore(id: string, input: RestoreBin = {}, options?: CallOptions): Promise<Bin> {
    return this.api.json({ method: "POST", path: `/bins/${segment(id)}/restore`, body: input, isRepeatable: true }, options);
  }

  /**
   * Change or move a bin.
   *
   * Changes a bin; a new `location_id` moves it with everything in it. Fields that are not sent stay.
   *
   * Scopes: `bins:write`.
   * @param id The bin's id or the code on its label.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`
   */
  update(id: string, input: UpdateBin = {}, options?: CallOptions): Promise<Bin> {
    return this.api.json({ method: "PATCH", path: `/bins/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.codes`. */
export class CodesCalls extends Noun {
  /**
   * Put a blank label on something.
   *
   * Puts a blank label on a bin, an item or a place. Of many who try at once, exactly one succeeds; doing it again
   * changes nothing. A bin goes by its newest label, and older ones still lead to it.
   *
   * Scopes: `bins:write`.
   * @param code As printed, or as typed: case, spaces and dashes do not matter.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  claim(code: string, input: ClaimCode, options?: CallOptions): Promise<ResolvedCode> {
    return this.api.json({ method: "POST", path: `/codes/${segment(code)}/claim`, body: input, isRepeatable: true }, options);
  }

  /**
   * Look up a label.
   *
   * What a label stands on.
   *
   * Scopes: `bins:read`.
   * @param code As printed, or as typed: case, spaces and dashes do not matter.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(code: string, options?: CallOptions): Promise<ResolvedCode> {
    return this.api.json({ method: "GET", path: `/codes/${segment(code)}` }, options);
  }

  /**
   * List labels.
   *
   * Lists labels, the newest first: blank ones, and those on what the caller can reach.
   *
   * Scopes: `bins:read`.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  list(input: ListCodes = {}, options?: CallOptions): PagePromise<LabelCode> {
    return this.api.page("/codes", input, options);
  }

  /**
   * Reserve blank labels.
   *
   * Makes codes for labels that stand on nothing yet. A batch of a name that is there already grows.
   *
   * Scopes: `bins:write`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  reserve(input: ReserveCodes, options?: CallOptions): Promise<ReserveCodesAnswer> {
    return this.api.json({ method: "POST", path: "/codes", body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.deliveries`. */
export class DeliveriesCalls extends Noun {
  /**
   * Get a delivery.
   *
   * One delivery with what was sent and each attempt. It is kept for 30 days after it has ended.
   *
   * Scopes: `triggers:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<DeliveryView> {
    return this.api.json({ method: "GET", path: `/deliveries/${segment(id)}` }, options);
  }

  /**
   * Retry a delivery.
   *
   * Tries a delivery that has ended once more, under the same `webhook-id` and with the same body, as often as a
   * new one.
   *
   * Scopes: `triggers:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  retry(id: string, options?: CallOptions): Promise<DeliveryView> {
    return this.api.json({ method: "POST", path: `/deliveries/${segment(id)}/retry`, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.events`. */
export class EventsCalls extends Noun {
  /**
   * List events.
   *
   * Lists what happened, newest first; with `after`, what came after that `seq`, oldest first. With `wait`, an
   * empty answer comes only once that time is over, or the server stops.
   *
   * Scopes: `events:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListEvents = {}, options?: CallOptions): PagePromise<Event> {
    return this.api.page("/events", input, options);
  }

  /**
   * Follow events.
   *
   * Tells what happens as it happens, as server-sent events: each with its `seq` as the `id`, so that a reader who
   * comes again with `Last-Event-ID` misses nothing. It ends when the caller may not follow any more, with nothing
   * told after.
   *
   * Scopes: `events:read`.
   * @throws {StowageError} `validation_failed`
   */
  stream(input: StreamEvents = {}, options?: CallOptions): AsyncGenerator<Event, void, undefined> {
    return this.api.events("/events/stream", input, options);
  }

  /**
   * Put back what a key or a person did.
   *
   * Puts back what a key or a person did, or events by their `seq`, newest first and in one transaction; what
   * others have changed since stays, and is listed with the reason. It takes the scopes of what is put back:
   * `write` of each noun, and `delete` where a creation is taken back.
   *
   * Scopes: `events:read`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `limit_reached`, `idempotency_key_reused`
   */
  undo(input: UndoEvents = {}, options?: CallOptions): Promise<UndoneEvents> {
    return this.api.json({ method: "POST", path: "/events/undo", body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.exports`. */
export class ExportsCalls extends Noun {
  /**
   * Export everything.
   *
   * Everything in the caller's reach but the trash, as of one moment, as a stream. NDJSON ends with a line that
   * counts the others; what fails on the way breaks the answer off.
   *
   * Scopes: `locations:read`, `bins:read`, `items:read`, `tasks:read`, `projects:read`.
   * @throws {StowageError} `validation_failed`
   */
  download(input: DownloadExport = {}, options?: CallOptions): Promise<FileAnswer> {
    return this.api.file({ method: "GET", path: "/export", query: input }, options);
  }
}

/** The calls of `stowage.handOvers`. */
export class HandOversCalls extends Noun {
  /**
   * Let a program have a key.
   *
   * Lets a program have a key of this organization, on the terms given here and not on those it wished for. The
   * key is made when the program collects it, with the rights that its approver has by then. A key approves
   * nothing.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `recent_sign_in_required`, `escalation_denied`, `plan_restricted`,
   * `idempotency_in_flight`, `body_too_large`, `validation_failed`, `expiry_out_of_range`,
   * `idempotency_key_reused`
   */
  approve(input: ApproveHandOver, options?: CallOptions): Promise<HandOver> {
    return this.api.json({ method: "POST", path: "/hand-overs/approve", body: input, isRepeatable: true }, options);
  }

  /**
   * Ask a person for an API key.
   *
   * A program asks for a key. It shows `user_code` and the page to type it on to its person, and asks `POST
   * /hand-overs/collect` until they have decided. What it asks for is a wish, and gives it nothing.
   *
   * Needs no key.
   * @throws {StowageError} `body_too_large`, `validation_failed`
   */
  begin(input: BeginHandOver, options?: CallOptions): Promise<BegunHandOver> {
    return this.api.json({ method: "POST", path: "/hand-overs", body: input }, options);
  }

  /**
   * Collect an API key.
   *
   * Tells a program what was decided, and gives it its key, once. The key is made in this moment, by the rights
   * that its approver has now, and only while the session lasts that approved it; so no secret waits anywhere to
   * be fetched.
   *
   * Needs no key.
   * @throws {StowageError} `escalation_denied`, `plan_restricted`, `body_too_large`, `validation_failed`,
   * `limit_reached`, `expiry_out_of_range`
   */
  collect(input: CollectHandOver, options?: CallOptions): Promise<CollectedHandOver> {
    return this.api.json({ method: "POST", path: "/hand-overs/collect", body: input }, options);
  }

  /**
   * Look at who asks for a key.
   *
   * Who asks for a key under a code, and for what.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  look(input: LookAtHandOver, options?: CallOptions): Promise<HandOver> {
    return this.api.json({ method: "POST", path: "/hand-overs/look", body: input, isRepeatable: true }, options);
  }

  /**
   * Refuse a program a key.
   *
   * Lets a program go without a key. It is told when it asks next, and its code is used up.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  refuse(input: RefuseHandOver, options?: CallOptions): Promise<HandOver> {
    return this.api.json({ method: "POST", path: "/hand-overs/refuse", body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.imports`. */
export class ImportsCalls extends Noun {
  /**
   * Import a file.
   *
   * Brings in a file, all of it or nothing: rows with the id, external id or label of a thing that is there change
   * it, the others are new. The file is kept until that is done, so that what a stopped server left can be
   * resumed.
   *
   * Scopes: `locations:write`, `bins:write`, `items:write`, `tasks:write`, `projects:write`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  create(input: CreateImport, options?: CallOptions): Promise<Import> {
    return this.api.json({ method: "POST", path: "/import", ...asFile(input, {"ndjson":"application/x-ndjson","csv":"text/csv"}), isRepeatable: true }, options);
  }

  /**
   * Get an import.
   *
   * How far an import is, and what came of it. A bounded key sees its own.
   *
   * Scopes: `items:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Import> {
    return this.api.json({ method: "GET", path: `/imports/${segment(id)}` }, options);
  }

  /**
   * List imports.
   *
   * The imports of the last 30 days, the newest first. A bounded key sees its own.
   *
   * Scopes: `items:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListImports = {}, options?: CallOptions): PagePromise<Import> {
    return this.api.page("/imports", input, options);
  }

  /**
   * Resume an import that was cut off.
   *
   * Runs an import from its beginning that a stopped server left; nothing of it was written. It answers at once,
   * to be followed by GET /imports/{id}.
   *
   * Scopes: `locations:write`, `bins:write`, `items:write`, `tasks:write`, `projects:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  resume(id: string, options?: CallOptions): Promise<Import> {
    return this.api.json({ method: "POST", path: `/imports/${segment(id)}/resume`, isRepeatable: true }, options);
  }

  /**
   * Put back what an import did.
   *
   * Puts back what an import did, in one transaction; what others have changed since stays, and is listed with the
   * reason. It takes the scopes of what is put back: to take back what is new is to delete.
   *
   * Scopes: `locations:write`, `bins:write`, `items:write`, `tasks:write`, `projects:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  undo(id: string, input: UndoImport = {}, options?: CallOptions): Promise<UndoneImport> {
    return this.api.json({ method: "POST", path: `/imports/${segment(id)}/undo`, body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.instanceUsers`. */
export class InstanceUsersCalls extends Noun {
  /**
   * List the accounts of this instance.
   *
   * The accounts of this instance, for its admin.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListInstanceUsers = {}, options?: CallOptions): PagePromise<InstanceUser> {
    return this.api.page("/instance/users", input, options);
  }

  /**
   * Disable or enable an account.
   *
   * Disables an account of this instance, or enables it again. The person's sessions end, and keys that act as
   * them are refused for as long as it lasts: by this server from before the answer is sent, by the others within
   * a second.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @param id Its id.
   * @throws {StowageError} `recent_sign_in_required`, `conflict`, `body_too_large`, `validation_failed`
   */
  update(id: string, input: UpdateInstanceUser = {}, options?: CallOptions): Promise<InstanceUser> {
    return this.api.json({ method: "PATCH", path: `/instance/users/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.invitations`. */
export class InvitationsCalls extends Noun {
  /**
   * Accept an invitation.
   *
   * Joins the organization of an invitation.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  accept(input: AcceptInvitation, options?: CallOptions): Promise<Organization> {
    return this.api.json({ method: "POST", path: "/invitations/accept", body: input, isRepeatable: true }, options);
  }

  /**
   * List invitations.
   *
   * The invitations that can still be accepted, newest first.
   *
   * Scopes: `users:write`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListInvitations = {}, options?: CallOptions): PagePromise<Invitation> {
    return this.api.page("/invitations", input, options);
  }

  /**
   * Look at an invitation.
   *
   * Where an invitation leads, for whoever has its link.
   *
   * Needs no key.
   * @throws {StowageError} `body_too_large`, `validation_failed`
   */
  look(input: LookAtInvitation, options?: CallOptions): Promise<InvitationPreview> {
    return this.api.json({ method: "POST", path: "/invitations/look", body: input }, options);
  }

  /**
   * Take an invitation back.
   *
   * Takes an invitation back.
   *
   * Scopes: `users:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `validation_failed`
   */
  remove(id: string, options?: CallOptions): Promise<RemoveInvitationAnswer> {
    return this.api.json({ method: "DELETE", path: `/invitations/${segment(id)}` }, options);
  }
}

/** The calls of `stowage.items`. */
export class ItemsCalls extends Noun {
  /**
   * Adjust an item's quantity.
   *
   * Adds to, takes from, or counts an item's stock, in one step that no other write can come between. A count that
   * finds what was there already records nothing.
   *
   * Scopes: `items:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `insufficient_stock`, `idempotency_in_flight`,
   * `version_mismatch`, `body_too_large`, `validation_failed`, `idempotency_key_reused`
   */
  adjust(id: string, input: AdjustItem = {}, options?: CallOptions): Promise<AdjustedItem> {
    return this.api.json({ method: "POST", path: `/items/${segment(id)}/adjust`, body: input, isRepeatable: true }, options);
  }

  /**
   * Write many items at once.
   *
   * Up to 500 operations on items, in their order and in one transaction. Each ends as its single call would;
   * atomic, they are done all or none.
   *
   * Scopes: `items:write`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `insufficient_stock`, `idempotency_in_flight`,
   * `version_mismatch`, `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  bulk(input: BulkItems, options?: CallOptions): Promise<BulkAnswer> {
    return this.api.json({ method: "POST", path: "/items/bulk", body: input, isRepeatable: true }, options);
  }

  /**
   * Create an item.
   *
   * Creates an item in a bin, in a location, or, without either, in the inbox.
   *
   * Scopes: `items:write`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  create(input: CreateItem, options?: CallOptions): Promise<Item> {
    return this.api.json({ method: "POST", path: "/items", body: input, isRepeatable: true }, options);
  }

  /**
   * Get an item.
   *
   * One item.
   *
   * Scopes: `items:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, input: GetItem = {}, options?: CallOptions): Promise<ItemView> {
    return this.api.json({ method: "GET", path: `/items/${segment(id)}`, query: input }, options);
  }

  /**
   * List items.
   *
   * Lists items, the last changed first; those in the trash are left out.
   *
   * Scopes: `items:read`.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  list(input: ListItems = {}, options?: CallOptions): PagePromise<ItemView> {
    return this.api.page("/items", input, options);
  }

  /**
   * Move an item, or a part of it.
   *
   * Moves an item, or splits a part of it off to another place. Moving it to where it already is records nothing.
   *
   * Scopes: `items:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `insufficient_stock`, `idempotency_in_flight`,
   * `version_mismatch`, `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  move(id: string, input: MoveItem = {}, options?: CallOptions): Promise<MovedItem> {
    return this.api.json({ method: "POST", path: `/items/${segment(id)}/move`, body: input, isRepeatable: true }, options);
  }

  /**
   * Delete an item.
   *
   * Puts an item into the trash.
   *
   * Scopes: `items:delete`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `validation_failed`
   */
  remove(id: string, input: RemoveItem = {}, options?: CallOptions): Promise<RemoveItemAnswer> {
    return this.api.json({ method: "DELETE", path: `/items/${segment(id)}`, query: input }, options);
  }

  /**
   * Restore an item from the trash.
   *
   * Takes an item out of the trash, to where it was; where its bin is in the trash or gone, to where that stood,
   * else into the inbox. One that is not in the trash stays as it is.
   *
   * Scopes: `items:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `version_mismatch`,
   * `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  restore(id: string, input: RestoreItem = {}, options?: CallOptions): Promise<Item> {
    return this.api.json({ method: "POST", path: `/items/${segment(id)}/restore`, body: input, isRepeatable: true }, options);
  }

  /**
   * Change or move an item.
   *
   * Changes an item; a new `bin_id` or `location_id` moves it there from where it was. Fields that are not sent
   * stay.
   *
   * Scopes: `items:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`
   */
  update(id: string, input: UpdateItem = {}, options?: CallOptions): Promise<Item> {
    return this.api.json({ method: "PATCH", path: `/items/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.labels`. */
export class LabelsCalls extends Noun {
  /**
   * List batches of labels.
   *
   * Lists the sheets of labels, the newest first, with how many of each are used.
   *
   * Scopes: `bins:read`.
   * @throws {StowageError} `validation_failed`
   */
  batches(input: ListLabelBatches = {}, options?: CallOptions): PagePromise<LabelBatch> {
    return this.api.page("/labels/batches", input, options);
  }

  /**
   * Print labels as a PDF sheet.
   *
   * A PDF of labels for common sheets, in the order of the codes; blank labels have no name yet.
   *
   * Scopes: `bins:read`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  print(input: PrintLabels, options?: CallOptions): Promise<FileAnswer> {
    return this.api.file({ method: "POST", path: "/labels", body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.leakedKeys`. */
export class LeakedKeysCalls extends Noun {
  /**
   * Report a leaked API key.
   *
   * Whoever holds a key can have it revoked. The answer, and when it comes, are the same for a real key, an
   * unknown one and a text that is none; a real one is refused from before the answer on. Nothing of the text is
   * kept.
   *
   * Needs no key.
   * @throws {StowageError} `body_too_large`, `validation_failed`
   */
  report(input: ReportLeakedKey, options?: CallOptions): Promise<LeakedKeyReport> {
    return this.api.json({ method: "POST", path: "/leaked-keys", body: input }, options);
  }
}

/** The calls of `stowage.libraries`. */
export class LibrariesCalls extends Noun {
  /**
   * List the libraries.
   *
   * Lists the roots of the tree by name, with how much is in each; for a key that is bound to places, those
   * places.
   *
   * Scopes: `locations:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListLibraries = {}, options?: CallOptions): PagePromise<Library> {
    return this.api.page("/libraries", input, options);
  }
}

/** The calls of `stowage.locations`. */
export class LocationsCalls extends Noun {
  /**
   * List what is directly in a location.
   *
   * Lists what is directly in a place: its places, then bins, then items, each by name. What is in a bin is the
   * bin's.
   *
   * Scopes: `locations:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  contents(id: string, input: ListLocationContents = {}, options?: CallOptions): PagePromise<Content> {
    return this.api.page(`/locations/${segment(id)}/contents`, input, options);
  }

  /**
   * Create a location.
   *
   * Creates a place: a library when it has no parent, otherwise inside another place.
   *
   * Scopes: `locations:write`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  create(input: CreateLocation, options?: CallOptions): Promise<Location> {
    return this.api.json({ method: "POST", path: "/locations", body: input, isRepeatable: true }, options);
  }

  /**
   * Get a location.
   *
   * One place.
   *
   * Scopes: `locations:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Location> {
    return this.api.json({ method: "GET", path: `/locations/${segment(id)}` }, options);
  }

  /**
   * List locations.
   *
   * Lists places by name; with `parent_id`, the direct children of one.
   *
   * Scopes: `locations:read`.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  list(input: ListLocations = {}, options?: CallOptions): PagePromise<Location> {
    return this.api.page("/locations", input, options);
  }

  /**
   * Delete a location.
   *
   * Deletes a place for good. What is in it goes to `move_to`; without that, only an empty place can go.
   *
   * Scopes: `locations:delete`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `validation_failed`
   */
  remove(id: string, input: RemoveLocation = {}, options?: CallOptions): Promise<RemoveLocationAnswer> {
    return this.api.json({ method: "DELETE", path: `/locations/${segment(id)}`, query: input }, options);
  }

  /**
   * Change or move a location.
   *
   * Changes a place; a new `parent_id` moves it with everything in it. Fields that are not sent stay.
   *
   * Scopes: `locations:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`, `limit_reached`
   */
  update(id: string, input: UpdateLocation = {}, options?: CallOptions): Promise<Location> {
    return this.api.json({ method: "PATCH", path: `/locations/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.members`. */
export class MembersCalls extends Noun {
  /**
   * Get a member.
   *
   * One member of the organization, with their role and how many keys act as them.
   *
   * Scopes: `users:read`.
   * @param id Its id.
   * @throws {StowageError} `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Member> {
    return this.api.json({ method: "GET", path: `/users/${segment(id)}` }, options);
  }

  /**
   * Invite a member.
   *
   * Invites somebody as admin at the most; the link is in this answer alone, and in the mail when there is an
   * address and a mail server. It holds for as long as its maker could give it.
   *
   * Scopes: `users:write`.
   * @throws {StowageError} `escalation_denied`, `environment_mismatch`, `conflict`, `idempotency_in_flight`,
   * `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  invite(input: InviteMember = {}, options?: CallOptions): Promise<CreatedInvitation> {
    return this.api.json({ method: "POST", path: "/users", body: input, isRepeatable: true }, options);
  }

  /**
   * List members.
   *
   * The members of the organization, by name.
   *
   * Scopes: `users:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListMembers = {}, options?: CallOptions): PagePromise<Member> {
    return this.api.page("/users", input, options);
  }

  /**
   * Remove a member.
   *
   * Takes a member out; the keys that act as them end in the same transaction.
   *
   * Scopes: `users:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `validation_failed`
   */
  remove(id: string, options?: CallOptions): Promise<RemoveMemberAnswer> {
    return this.api.json({ method: "DELETE", path: `/users/${segment(id)}` }, options);
  }

  /**
   * Change a member.
   *
   * Changes a member's role, suspends them or lets them in again. Keys that act as them follow: this server judges
   * them anew from before the answer is sent, the others within a second.
   *
   * Scopes: `users:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `body_too_large`, `validation_failed`
   */
  update(id: string, input: UpdateMember = {}, options?: CallOptions): Promise<Member> {
    return this.api.json({ method: "PATCH", path: `/users/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.notifications`. */
export class NotificationsCalls extends Noun {
  /**
   * List notifications.
   *
   * What the person (for a key: its subject) should know of, in this organization, newest first. A session sees
   * both environments; a key sees its own.
   *
   * Scopes: `events:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListNotifications = {}, options?: CallOptions): PagePromise<Notification, ListNotificationsPage> {
    return this.api.page("/notifications", input, options);
  }

  /**
   * Get notification preferences.
   *
   * How the person (for a key: its subject) is told of things in this organization.
   *
   * Scopes: `events:read`.
   */
  preferences(options?: CallOptions): Promise<NotificationPreferences> {
    return this.api.json({ method: "GET", path: "/notifications/preferences" }, options);
  }

  /**
   * Mark notifications as read.
   *
   * Marks notifications as read; those that are read or not theirs stay as they are.
   *
   * Scopes: `events:read`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  read(input: ReadNotifications = {}, options?: CallOptions): Promise<ReadNotificationsAnswer> {
    return this.api.json({ method: "POST", path: "/notifications/read", body: input, isRepeatable: true }, options);
  }

  /**
   * Change notification preferences.
   *
   * Changes how the person is told of things in this organization; `kinds` is merged. No key may: whoever has
   * stolen one could silence what tells of it. A digest that is turned on later in the day than its hour begins
   * the day after.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `body_too_large`, `validation_failed`
   */
  updatePreferences(input: UpdateNotificationPreferences = {}, options?: CallOptions): Promise<NotificationPreferences> {
    return this.api.json({ method: "PATCH", path: "/notifications/preferences", body: input }, options);
  }
}

/** The calls of `stowage.organizations`. */
export class OrganizationsCalls extends Noun {
  /**
   * Create an organization.
   *
   * Makes another organization, live and test, with the person as its owner.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `limit_reached`, `idempotency_key_reused`
   */
  create(input: CreateOrganization, options?: CallOptions): Promise<Organization> {
    return this.api.json({ method: "POST", path: "/organizations", body: input, isRepeatable: true }, options);
  }

  /**
   * Get an organization.
   *
   * One organization of the caller, with its settings.
   *
   * Scopes: `organizations:read`.
   * @param id Its id.
   * @throws {StowageError} `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Organization> {
    return this.api.json({ method: "GET", path: `/organizations/${segment(id)}` }, options);
  }

  /**
   * Leave an organization.
   *
   * Leaves an organization; keys that act as the person end with it. Who is suspended may leave, too.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @param id Its id.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  leave(id: string, options?: CallOptions): Promise<LeaveOrganizationAnswer> {
    return this.api.json({ method: "POST", path: `/organizations/${segment(id)}/leave`, isRepeatable: true }, options);
  }

  /**
   * List organizations.
   *
   * The organizations of the person, by name; for a key, the one it belongs to.
   *
   * Scopes: `organizations:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListOrganizations = {}, options?: CallOptions): PagePromise<Organization> {
    return this.api.page("/organizations", input, options);
  }

  /**
   * Delete an organization.
   *
   * Ends an organization with all that it holds; its keys stop in the same transaction. For its owners alone.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @param id Its id.
   * @throws {StowageError} `recent_sign_in_required`, `validation_failed`
   */
  remove(id: string, options?: CallOptions): Promise<RemoveOrganizationAnswer> {
    return this.api.json({ method: "DELETE", path: `/organizations/${segment(id)}` }, options);
  }

  /**
   * Change an organization.
   *
   * Changes an organization; `settings` is merged. Its keys have the new limits from the next request on.
   *
   * Scopes: `organizations:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`
   */
  update(id: string, input: UpdateOrganization = {}, options?: CallOptions): Promise<Organization> {
    return this.api.json({ method: "PATCH", path: `/organizations/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.projects`. */
export class ProjectsCalls extends Noun {
  /**
   * Use up reserved stock.
   *
   * Takes what an active project reserved out of the stock: what is named, or else all that is left. All of it or
   * none.
   *
   * Scopes: `projects:write`, `items:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `insufficient_stock`, `idempotency_in_flight`,
   * `body_too_large`, `validation_failed`, `idempotency_key_reused`
   */
  consume(id: string, input: ConsumeProjectItems = {}, options?: CallOptions): Promise<ConsumedItems> {
    return this.api.json({ method: "POST", path: `/projects/${segment(id)}/consume`, body: input, isRepeatable: true }, options);
  }

  /**
   * Create a project.
   *
   * Creates a project. It holds stock only while it is `active`.
   *
   * Scopes: `projects:write`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  create(input: CreateProject, options?: CallOptions): Promise<Project> {
    return this.api.json({ method: "POST", path: "/projects", body: input, isRepeatable: true }, options);
  }

  /**
   * Get a project.
   *
   * One project: its status, dates and tags. What it reserves is a list of its own.
   *
   * Scopes: `projects:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Project> {
    return this.api.json({ method: "GET", path: `/projects/${segment(id)}` }, options);
  }

  /**
   * List what a project reserves, as a pick list.
   *
   * What a project reserves, in the order of walking: by place as it is spelled out, then by name; what lies
   * nowhere comes last. Items in the trash stay on the list.
   *
   * Scopes: `projects:read`, `items:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  items(id: string, input: ListProjectItems = {}, options?: CallOptions): PagePromise<ProjectItem> {
    return this.api.page(`/projects/${segment(id)}/items`, input, options);
  }

  /**
   * List projects.
   *
   * Lists projects, the last changed first. Sorted by `due_on`, those without a day count as due after all others.
   * A key that is bound to places sees none.
   *
   * Scopes: `projects:read`.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  list(input: ListProjects = {}, options?: CallOptions): PagePromise<ProjectView> {
    return this.api.page("/projects", input, options);
  }

  /**
   * Release reserved stock.
   *
   * Takes an item off a project. What was used up of it stays used up.
   *
   * Scopes: `projects:write`.
   * @param id Its id.
   * @param itemId The item's id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `validation_failed`
   */
  release(id: string, itemId: string, options?: CallOptions): Promise<ReleaseProjectItemAnswer> {
    return this.api.json({ method: "DELETE", path: `/projects/${segment(id)}/reservations/${segment(itemId)}` }, options);
  }

  /**
   * Delete a project.
   *
   * Deletes a project for good and lets go of what it reserved; its tasks stay, without it.
   *
   * Scopes: `projects:delete`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `validation_failed`
   */
  remove(id: string, input: RemoveProject = {}, options?: CallOptions): Promise<RemoveProjectAnswer> {
    return this.api.json({ method: "DELETE", path: `/projects/${segment(id)}`, query: input }, options);
  }

  /**
   * Reserve stock for a project.
   *
   * Sets how much of an item a project needs in all, what it used up included; sending it again replaces the
   * number. More than there is is allowed, and said as `shortage`.
   *
   * Scopes: `projects:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  reserve(id: string, input: ReserveProjectItem, options?: CallOptions): Promise<Reservation> {
    return this.api.json({ method: "POST", path: `/projects/${segment(id)}/reservations`, body: input, isRepeatable: true }, options);
  }

  /**
   * Change a project.
   *
   * Changes a project; fields that are not sent stay. Becoming `active` takes hold of what it reserves, any other
   * status lets go of it.
   *
   * Scopes: `projects:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`
   */
  update(id: string, input: UpdateProject = {}, options?: CallOptions): Promise<Project> {
    return this.api.json({ method: "PATCH", path: `/projects/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.rateLimit`. */
export class RateLimitCalls extends Noun {
  /**
   * Tell what is left of the rate limit.
   *
   * What is left of the caller's two windows. Asking is free, also when nothing is left.
   *
   * Any key will do.
   */
  get(options?: CallOptions): Promise<RateLimitState> {
    return this.api.json({ method: "GET", path: "/rate-limit" }, options);
  }
}

/** The calls of `stowage.sandbox`. */
export class SandboxCalls extends Noun {
  /**
   * Refill the test environment with sample data.
   *
   * Empties the organization's test workspace and fills it with sample data, all at once. A signed-in person may
   * ask from either environment, a key from test alone. Nothing live is touched; the test events stay.
   *
   * Scopes: `items:delete`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  reset(options?: CallOptions): Promise<SandboxReset> {
    return this.api.json({ method: "POST", path: "/sandbox/reset", isRepeatable: true }, options);
  }
}

/** The calls of `stowage.scan`. */
export class ScanCalls extends Noun {
  /**
   * Look up or change what a scanned code names.
   *
   * One request for a handheld: what the code names is looked up, or changed at once. Whatever changes something
   * needs `items:write`; moving a bin needs `bins:write` too. A bin or a place has no quantity, so `add`, `remove`
   * and `count` look it up, and the answer's `action` says so.
   *
   * Scopes: `items:read`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `insufficient_stock`, `idempotency_in_flight`,
   * `body_too_large`, `validation_failed`, `limit_reached`, `idempotency_key_reused`
   */
  scan(input: Scan, options?: CallOptions): Promise<ScanAnswer> {
    return this.api.json({ method: "POST", path: "/scan", body: input, isRepeatable: true }, options);
  }
}

/** The calls of `stowage.search`. */
export class SearchCalls extends Noun {
  /**
   * Search everything.
   *
   * Finds items, bins and places, the best first: what is named so (also by label, barcode, SKU or external id),
   * then names that begin so, whose words do, that hold it, things that hold it elsewhere, and names that differ
   * by a typo. All words must match. A word of one or two letters is looked for where words begin. The trash is
   * left out.
   *
   * Scopes: `bins:read`, `items:read`.
   * @throws {StowageError} `validation_failed`
   */
  search(input: Search, options?: CallOptions): Promise<SearchAnswer> {
    return this.api.json({ method: "GET", path: "/search", query: input }, options);
  }
}

/** The calls of `stowage.sessions`. */
export class SessionsCalls extends Noun {
  /**
   * End one of one's own sessions.
   *
   * Signs one browser out, from another one.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @param id Its id.
   * @throws {StowageError} `validation_failed`
   */
  end(id: string, options?: CallOptions): Promise<EndSessionAnswer> {
    return this.api.json({ method: "DELETE", path: `/auth/sessions/${segment(id)}` }, options);
  }

  /**
   * End all other sessions.
   *
   * Signs out all of the person's other browsers.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   */
  endOthers(options?: CallOptions): Promise<EndOtherSessionsAnswer> {
    return this.api.json({ method: "DELETE", path: "/auth/sessions" }, options);
  }

  /**
   * List one's own sessions.
   *
   * Where the person is signed in.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListSessions = {}, options?: CallOptions): PagePromise<Session> {
    return this.api.page("/auth/sessions", input, options);
  }
}

/** The calls of `stowage.summary`. */
export class SummaryCalls extends Noun {
  /**
   * Count what there is.
   *
   * Flat counts for dashboards, all of the same moment; the trash counts nowhere. Days are those of UTC. A bounded
   * key's are of what lies in its places.
   *
   * Scopes: `items:read`.
   */
  get(options?: CallOptions): Promise<Summary> {
    return this.api.json({ method: "GET", path: "/summary" }, options);
  }
}

/** The calls of `stowage.tasks`. */
export class TasksCalls extends Noun {
  /**
   * Complete a task.
   *
   * Completes a task. One that is done already stays as it is, and nothing is recorded.
   *
   * Scopes: `tasks:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `version_mismatch`,
   * `body_too_large`, `validation_failed`, `idempotency_key_reused`
   */
  complete(id: string, input: CompleteTask = {}, options?: CallOptions): Promise<Task> {
    return this.api.json({ method: "POST", path: `/tasks/${segment(id)}/complete`, body: input, isRepeatable: true }, options);
  }

  /**
   * Create a task.
   *
   * Creates a task, perhaps about an item, a bin or a location, or within a project.
   *
   * Scopes: `tasks:write`.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  create(input: CreateTask, options?: CallOptions): Promise<Task> {
    return this.api.json({ method: "POST", path: "/tasks", body: input, isRepeatable: true }, options);
  }

  /**
   * Get a task.
   *
   * One task, with what it is about.
   *
   * Scopes: `tasks:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Task> {
    return this.api.json({ method: "GET", path: `/tasks/${segment(id)}` }, options);
  }

  /**
   * List tasks.
   *
   * Lists tasks, the last changed first. Sorted by `due_on`, those without a day count as due after all others.
   *
   * Scopes: `tasks:read`.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  list(input: ListTasks = {}, options?: CallOptions): PagePromise<Task> {
    return this.api.page("/tasks", input, options);
  }

  /**
   * Delete a task.
   *
   * Deletes a task for good.
   *
   * Scopes: `tasks:delete`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `validation_failed`
   */
  remove(id: string, input: RemoveTask = {}, options?: CallOptions): Promise<RemoveTaskAnswer> {
    return this.api.json({ method: "DELETE", path: `/tasks/${segment(id)}`, query: input }, options);
  }

  /**
   * Change a task.
   *
   * Changes a task; fields that are not sent stay. `completed_at` follows the status.
   *
   * Scopes: `tasks:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`
   */
  update(id: string, input: UpdateTask = {}, options?: CallOptions): Promise<Task> {
    return this.api.json({ method: "PATCH", path: `/tasks/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.triggers`. */
export class TriggersCalls extends Noun {
  /**
   * Create a trigger.
   *
   * Creates a trigger, which hears of what happens from then on. Each webhook's secret stands in this answer and
   * nowhere else.
   *
   * Scopes: `triggers:write`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `limit_reached`, `idempotency_key_reused`
   */
  create(input: CreateTrigger, options?: CallOptions): Promise<Trigger> {
    return this.api.json({ method: "POST", path: "/triggers", body: input, isRepeatable: true }, options);
  }

  /**
   * List a trigger's deliveries.
   *
   * What a trigger did in the last 30 days, newest first: one delivery for each action and event.
   *
   * Scopes: `triggers:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  deliveries(id: string, input: ListTriggerDeliveries = {}, options?: CallOptions): PagePromise<Delivery> {
    return this.api.page(`/triggers/${segment(id)}/deliveries`, input, options);
  }

  /**
   * Get a trigger.
   *
   * One trigger, with its conditions and actions; the secrets of its webhooks are left out.
   *
   * Scopes: `triggers:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `validation_failed`
   */
  get(id: string, options?: CallOptions): Promise<Trigger> {
    return this.api.json({ method: "GET", path: `/triggers/${segment(id)}` }, options);
  }

  /**
   * List triggers.
   *
   * Lists triggers by name. A key that is bound to places sees none.
   *
   * Scopes: `triggers:read`.
   * @throws {StowageError} `validation_failed`
   */
  list(input: ListTriggers = {}, options?: CallOptions): PagePromise<Trigger> {
    return this.api.page("/triggers", input, options);
  }

  /**
   * Preview a trigger.
   *
   * What a trigger would do, told by the newest event that it would listen to; nothing is sent or written.
   *
   * Scopes: `triggers:write`, `events:read`.
   * @throws {StowageError} `conflict`, `idempotency_in_flight`, `body_too_large`, `validation_failed`,
   * `idempotency_key_reused`
   */
  preview(input: PreviewTrigger, options?: CallOptions): Promise<TriggerPreview> {
    return this.api.json({ method: "POST", path: "/triggers/preview", body: input, isRepeatable: true }, options);
  }

  /**
   * Delete a trigger.
   *
   * Deletes a trigger for good, with its deliveries and secrets; the tasks that it made stay.
   *
   * Scopes: `triggers:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `validation_failed`
   */
  remove(id: string, input: RemoveTrigger = {}, options?: CallOptions): Promise<RemoveTriggerAnswer> {
    return this.api.json({ method: "DELETE", path: `/triggers/${segment(id)}`, query: input }, options);
  }

  /**
   * Rotate a webhook's secret.
   *
   * Gives a webhook a new secret, which stands in this answer and nowhere else. While the grace lasts, each post
   * is signed with both, so that the receiver can change over in between.
   *
   * Scopes: `triggers:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  rotate(id: string, input: RotateTrigger = {}, options?: CallOptions): Promise<Trigger> {
    return this.api.json({ method: "POST", path: `/triggers/${segment(id)}/rotate`, body: input, isRepeatable: true }, options);
  }

  /**
   * Test a trigger.
   *
   * Posts to each webhook of a trigger now, once, whatever the conditions say and whether it is on or off; tasks
   * are only worded. It counts for nothing: neither as firing nor as a failure.
   *
   * Scopes: `triggers:write`, `events:read`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  test(id: string, input: TestTrigger = {}, options?: CallOptions): Promise<TriggerTest> {
    return this.api.json({ method: "POST", path: `/triggers/${segment(id)}/test`, body: input, isRepeatable: true }, options);
  }

  /**
   * Change a trigger.
   *
   * Changes a trigger; fields that are not sent stay. Actions are sent whole: one with its `id` keeps its secret,
   * and headers sent as null keep their values; an action that is not sent is gone, and a new webhook's secret
   * stands in this answer alone. Turned off, its pending deliveries are cancelled; turned on, it hears of what
   * happens from then on.
   *
   * Scopes: `triggers:write`.
   * @param id Its id.
   * @throws {StowageError} `environment_mismatch`, `conflict`, `version_mismatch`, `body_too_large`,
   * `validation_failed`
   */
  update(id: string, input: UpdateTrigger = {}, options?: CallOptions): Promise<Trigger> {
    return this.api.json({ method: "PATCH", path: `/triggers/${segment(id)}`, body: input }, options);
  }
}

/** The calls of `stowage.twoFactor`. */
export class TwoFactorCalls extends Noun {
  /**
   * Turn the second factor off.
   *
   * Turns the second factor off; its secret and the recovery codes are gone.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `recent_sign_in_required`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  disable(options?: CallOptions): Promise<TwoFactorState> {
    return this.api.json({ method: "POST", path: "/auth/two-factor/disable", isRepeatable: true }, options);
  }

  /**
   * Turn the second factor on.
   *
   * Turns the second factor on, and gives the recovery codes. They are kept as MACs, so nothing shows them again.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `recent_sign_in_required`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  enable(input: EnableTwoFactor, options?: CallOptions): Promise<RecoveryCodes> {
    return this.api.json({ method: "POST", path: "/auth/two-factor/enable", body: input, isRepeatable: true }, options);
  }

  /**
   * Tell whether a second factor is set up.
   *
   * Whether a second factor is needed to sign in.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   */
  get(options?: CallOptions): Promise<TwoFactorState> {
    return this.api.json({ method: "GET", path: "/auth/two-factor" }, options);
  }

  /**
   * Make new recovery codes.
   *
   * Gives new recovery codes; the old ones open nothing any more.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `recent_sign_in_required`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  renewRecoveryCodes(options?: CallOptions): Promise<RecoveryCodes> {
    return this.api.json({ method: "POST", path: "/auth/two-factor/recovery-codes", isRepeatable: true }, options);
  }

  /**
   * Begin to set up a second factor.
   *
   * Makes the secret for an authenticator app; it counts once `enable` was given a code of it. Starting again
   * makes another.
   *
   * For signed-in people alone: with a key it is 403 `session_required`.
   * @throws {StowageError} `recent_sign_in_required`, `conflict`, `idempotency_in_flight`, `body_too_large`,
   * `validation_failed`, `idempotency_key_reused`
   */
  start(options?: CallOptions): Promise<TwoFactorStart> {
    return this.api.json({ method: "POST", path: "/auth/two-factor/start", isRepeatable: true }, options);
  }
}

/** The calls of `stowage.whoami`. */
export class WhoamiCalls extends Noun {
  /**
   * Tell who is calling.
   *
   * Who the server takes the caller for, and what they may do right now.
   *
   * Any key will do.
   */
  get(options?: CallOptions): Promise<WhoAmI> {
    return this.api.json({ method: "GET", path: "/whoami" }, options);
  }
}

/** Every noun of the API, each with its calls. */
export class Nouns {
  readonly account: AccountCalls;
  readonly apiKeys: ApiKeysCalls;
  readonly auth: AuthCalls;
  readonly bins: BinsCalls;
  readonly codes: CodesCalls;
  readonly deliveries: DeliveriesCalls;
  readonly events: EventsCalls;
  readonly exports: ExportsCalls;
  readonly handOvers: HandOversCalls;
  readonly imports: ImportsCalls;
  readonly instanceUsers: InstanceUsersCalls;
  readonly invitations: InvitationsCalls;
  readonly items: ItemsCalls;
  readonly labels: LabelsCalls;
  readonly leakedKeys: LeakedKeysCalls;
  readonly libraries: LibrariesCalls;
  readonly locations: LocationsCalls;
  readonly members: MembersCalls;
  readonly notifications: NotificationsCalls;
  readonly organizations: OrganizationsCalls;
  readonly projects: ProjectsCalls;
  readonly rateLimit: RateLimitCalls;
  readonly sandbox: SandboxCalls;
  readonly scan: ScanCalls;
  readonly search: SearchCalls;
  readonly sessions: SessionsCalls;
  readonly summary: SummaryCalls;
  readonly tasks: TasksCalls;
  readonly triggers: TriggersCalls;
  readonly twoFactor: TwoFactorCalls;
  readonly whoami: WhoamiCalls;

  constructor(api: Api) {
    this.account = new AccountCalls(api);
    this.apiKeys = new ApiKeysCalls(api);
    this.auth = new AuthCalls(api);
    this.bins = new BinsCalls(api);
    this.codes = new CodesCalls(api);
    this.deliveries = new DeliveriesCalls(api);
    this.events = new EventsCalls(api);
    this.exports = new ExportsCalls(api);
    this.handOvers = new HandOversCalls(api);
    this.imports = new ImportsCalls(api);
    this.instanceUsers = new InstanceUsersCalls(api);
    this.invitations = new InvitationsCalls(api);
    this.items = new ItemsCalls(api);
    this.labels = new LabelsCalls(api);
    this.leakedKeys = new LeakedKeysCalls(api);
    this.libraries = new LibrariesCalls(api);
    this.locations = new LocationsCalls(api);
    this.members = new MembersCalls(api);
    this.notifications = new NotificationsCalls(api);
    this.organizations = new OrganizationsCalls(api);
    this.projects = new ProjectsCalls(api);
    this.rateLimit = new RateLimitCalls(api);
    this.sandbox = new SandboxCalls(api);
    this.scan = new ScanCalls(api);
    this.search = new SearchCalls(api);
    this.sessions = new SessionsCalls(api);
    this.summary = new SummaryCalls(api);
    this.tasks = new TasksCalls(api);
    this.triggers = new TriggersCalls(api);
    this.twoFactor = new TwoFactorCalls(api);
    this.whoami = new WhoamiCalls(api);
  }
}
