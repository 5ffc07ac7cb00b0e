"""Written by `npm run gen api` from the API's document. Change the server's shapes."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

__all__ = [
    "Account",
    "AccountRemoveAnswer",
    "AdjustedItem",
    "ApiKey",
    "ApiKeyMutedAlert",
    "ApiKeyRateLimit",
    "ApiKeyRow",
    "ApiKeyScope",
    "ApiKeyStatus",
    "ApiKeyWithUsage",
    "ApiKeyWithUsageUsage",
    "ApiKeysCreateRateLimit",
    "ApiKeysListStatus",
    "ApiKeysRevokeAnswer",
    "AuthChangePasswordAnswer",
    "AuthConfirmAnswer",
    "AuthSignOutAnswer",
    "BegunHandOver",
    "Bin",
    "BinSummary",
    "BinView",
    "BinViewLocationPath",
    "BinsBulkOperationCreate",
    "BinsBulkOperationDelete",
    "BinsBulkOperationMove",
    "BinsBulkOperationRestore",
    "BinsBulkOperationUpdate",
    "BinsGetField",
    "BinsItemsSort",
    "BinsListSort",
    "BinsRemoveAnswer",
    "BulkAnswer",
    "BulkResult",
    "CodesReserveAnswer",
    "CollectedHandOver",
    "ConsumedItems",
    "Content",
    "ContentKind",
    "CreatedApiKey",
    "CreatedInvitation",
    "Delivery",
    "DeliveryError",
    "DeliveryView",
    "DeliveryViewAttemptLog",
    "Event",
    "EventChange",
    "EventType",
    "ExplainedCall",
    "ExplainedCallCheck",
    "ExplainedCallCheckCheck",
    "ExportsDownloadType",
    "HandOver",
    "HandOversBeginPreset",
    "Import",
    "ImportStatus",
    "InstanceUser",
    "Invitation",
    "InvitationPreview",
    "InvitationPreviewOrganization",
    "InvitationsRemoveAnswer",
    "Item",
    "ItemView",
    "ItemsBulkOperationAdjust",
    "ItemsBulkOperationUpsert",
    "ItemsGetField",
    "ItemsRemoveAnswer",
    "KeyAdvice",
    "KeyLogEntry",
    "KeyRotation",
    "KeyRotationOldSecret",
    "KeyUsage",
    "KeyUsageDay",
    "KeyUsageEndpoint",
    "KeyUsageNetwork",
    "KeyUsageTotal",
    "LabelBatch",
    "LabelCode",
    "LabelsPrintFormat",
    "LeakedKeyReport",
    "Library",
    "Location",
    "LocationsRemoveAnswer",
    "Member",
    "MembersRemoveAnswer",
    "MovedItem",
    "Notification",
    "NotificationPreferences",
    "NotificationPreferencesKinds",
    "NotificationPreferencesKindsTasks",
    "NotificationsReadAnswer",
    "NotificationsUpdatePreferencesKinds",
    "NotificationsUpdatePreferencesKindsTasks",
    "Organization",
    "OrganizationRateLimit",
    "OrganizationSettings",
    "OrganizationsRemoveAnswer",
    "OrganizationsUpdateSettings",
    "PathStep",
    "Problem",
    "ProblemCode",
    "ProblemError",
    "Project",
    "ProjectItem",
    "ProjectStock",
    "ProjectView",
    "ProjectsConsumeItem",
    "ProjectsListSort",
    "ProjectsRemoveAnswer",
    "RateLimitState",
    "RateLimitStateWindow",
    "RecoveryCodes",
    "Reservation",
    "ResolvedCode",
    "RowError",
    "SandboxReset",
    "ScanAnswer",
    "ScanAnswerTarget",
    "ScanScanAction",
    "SearchHit",
    "SearchSearchAnswer",
    "Session",
    "SessionState",
    "SessionsEndAnswer",
    "SessionsEndOthersAnswer",
    "Summary",
    "Task",
    "TasksListSort",
    "TasksRemoveAnswer",
    "Trigger",
    "TriggerActionCreateTask",
    "TriggerActionWebhook",
    "TriggerCondition",
    "TriggerConditionOp",
    "TriggerPreview",
    "TriggerPreviewRecent",
    "TriggerTest",
    "TriggerTestTask",
    "TriggersCreateActionCreateTask",
    "TriggersCreateActionWebhook",
    "TriggersListSort",
    "TriggersRemoveAnswer",
    "TwoFactorStart",
    "TwoFactorState",
    "UndoneEvents",
    "UndoneEventsSkipped",
    "UndoneEventsSkippedReason",
    "UndoneEventsUndone",
    "UndoneImport",
    "User",
    "WebhookBody",
    "WebhookBodyData",
    "WebhookBodyDataTrigger",
    "WhoAmI",
    "WhoAmIOrganization",
]



class Account(TypedDict):
    """A person's own account."""

    id: str
    """Its id."""
    email: str
    """The person's address for mail."""
    name: str
    """Its name."""
    timezone: str
    """A time zone, such as `Europe/Vienna`."""
    is_instance_admin: bool
    """Whether the person runs this instance."""
    has_two_factor: bool
    """Whether signing in asks for a second factor."""
    created_at: str
    """When it was made."""


class AccountRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""


class AdjustedItem(TypedDict):
    """An item after its quantity was set, and the event that says so."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    bin_id: Optional[str]
    """The id of the bin that it is in."""
    location_id: Optional[str]
    """The id of the place that it is in."""
    quantity: float
    reserved: float
    """What active projects still hold of it."""
    available: float
    """`quantity` − `reserved`; below zero when more is promised than there is."""
    unit: str
    """What its quantity counts, such as `pcs`."""
    min_quantity: Optional[float]
    """At this quantity and below it is low."""
    is_low: bool
    """Whether there is no more of it than `min_quantity`."""
    barcodes: List[str]
    """Codes on the thing or its package, to find it by."""
    sku: Optional[str]
    """The number under which it is sold or kept."""
    external_id: Optional[str]
    """Your own name for it."""
    notes: str
    """Whatever is worth knowing of it."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    custom_fields: Dict[str, Optional[Union[str, float, bool]]]
    """Values of your own, by name."""
    expires_on: Optional[str]
    """The day on which it expires."""
    serial_number: Optional[str]
    """The number of this one piece."""
    model: Optional[str]
    """What its maker calls it."""
    manufacturer: Optional[str]
    """Who made it."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""
    deleted_at: Optional[str]
    """When it was put into the trash; null while it is kept."""
    event_seq: Optional[int]
    """The event that records it; null when nothing changed."""


class ApiKey(TypedDict):
    """A key as anyone may see it: everything but the secret, which exists in the answers of create and rotate alone."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    description: str
    """More words about it."""
    prefix: str
    """How the secret begins, to tell keys apart."""
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    scopes: List[ApiKeyScope]
    organization_id: str
    """The organization's id."""
    created_by: Optional[str]
    acts_as: str
    """The id of the person whose rights the key has at the most."""
    location_ids: Optional[List[str]]
    """The places that the key is bound to, with all that is below them; null for everywhere."""
    allowed_cidrs: Optional[List[str]]
    """The networks that the key may be used from; null for any."""
    rate_limit: Optional[ApiKeyRateLimit]
    muted_alerts: List[ApiKeyMutedAlert]
    status: ApiKeyStatus
    created_at: str
    """When it was made."""
    expires_at: Optional[str]
    """When it ends."""
    auto_renew: bool
    last_used_at: Optional[str]
    """When it was last used."""
    last_used_ip: Optional[str]
    """The address that it was last used from."""
    rotated_at: Optional[str]
    """When it last got a new secret."""
    revoked_at: Optional[str]
    """When it was revoked."""
    revocation_reason: Optional[str]
    """Why it was revoked."""


class ApiKeyRateLimit(TypedDict, total=False):
    per_minute: int
    """Calls within a minute."""
    per_hour: int
    """Calls within an hour."""


class ApiKeyRow(TypedDict):
    """A row of the list: the key, its people by name, and its requests of the last 30 UTC days, today last."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    description: str
    """More words about it."""
    prefix: str
    """How the secret begins, to tell keys apart."""
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    scopes: List[ApiKeyScope]
    organization_id: str
    """The organization's id."""
    created_by: Optional[str]
    acts_as: str
    """The id of the person whose rights the key has at the most."""
    location_ids: Optional[List[str]]
    """The places that the key is bound to, with all that is below them; null for everywhere."""
    allowed_cidrs: Optional[List[str]]
    """The networks that the key may be used from; null for any."""
    rate_limit: Optional[ApiKeyRateLimit]
    muted_alerts: List[ApiKeyMutedAlert]
    status: ApiKeyStatus
    created_at: str
    """When it was made."""
    expires_at: Optional[str]
    """When it ends."""
    auto_renew: bool
    last_used_at: Optional[str]
    """When it was last used."""
    last_used_ip: Optional[str]
    """The address that it was last used from."""
    rotated_at: Optional[str]
    """When it last got a new secret."""
    revoked_at: Optional[str]
    """When it was revoked."""
    revocation_reason: Optional[str]
    """Why it was revoked."""
    created_by_name: Optional[str]
    acts_as_name: str
    daily_requests: List[int]


class ApiKeyWithUsage(TypedDict):
    """A key with what it did lately, and what would make it safer."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    description: str
    """More words about it."""
    prefix: str
    """How the secret begins, to tell keys apart."""
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    scopes: List[ApiKeyScope]
    organization_id: str
    """The organization's id."""
    created_by: Optional[str]
    acts_as: str
    """The id of the person whose rights the key has at the most."""
    location_ids: Optional[List[str]]
    """The places that the key is bound to, with all that is below them; null for everywhere."""
    allowed_cidrs: Optional[List[str]]
    """The networks that the key may be used from; null for any."""
    rate_limit: Optional[ApiKeyRateLimit]
    muted_alerts: List[ApiKeyMutedAlert]
    status: ApiKeyStatus
    created_at: str
    """When it was made."""
    expires_at: Optional[str]
    """When it ends."""
    auto_renew: bool
    last_used_at: Optional[str]
    """When it was last used."""
    last_used_ip: Optional[str]
    """The address that it was last used from."""
    rotated_at: Optional[str]
    """When it last got a new secret."""
    revoked_at: Optional[str]
    """When it was revoked."""
    revocation_reason: Optional[str]
    """Why it was revoked."""
    created_by_name: Optional[str]
    acts_as_name: str
    daily_requests: List[int]
    usage: ApiKeyWithUsageUsage
    rotation: Optional[KeyRotation]
    advice: KeyAdvice


class ApiKeyWithUsageUsage(TypedDict):
    requests_today: int
    requests_this_month: int


class ApiKeysCreateRateLimit(TypedDict, total=False):
    per_minute: int
    """Calls within a minute."""
    per_hour: int
    """Calls within an hour."""


class ApiKeysRevokeAnswer(TypedDict):
    id: str
    """Its id."""
    revoked_at: str
    """When it was revoked."""


class AuthChangePasswordAnswer(TypedDict):
    ended_sessions: int
    """Other browsers that were signed out."""


class AuthConfirmAnswer(TypedDict):
    recent_until: str


class AuthSignOutAnswer(TypedDict):
    signed_out: Literal[True]


class BegunHandOver(TypedDict):
    """What a program shows to its person, and what it keeps to itself."""

    device_code: str
    """What the program collects its key with. It is shown to nobody."""
    user_code: str
    """What the person types, such as BCDF-GHJK."""
    verification_uri: str
    """The page to type it on."""
    verification_uri_complete: str
    """The same page with the code filled in."""
    expires_at: str
    """When it ends."""
    interval_seconds: int
    """How long to wait before each `POST /hand-overs/collect`."""


class Bin(TypedDict):
    """A container one can carry. `code` is what its label says."""

    id: str
    """Its id."""
    code: str
    name: str
    """Its name."""
    location_id: Optional[str]
    """The id of the place that it is in."""
    description: str
    """More words about it."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    color: Optional[str]
    """A color, as `#rrggbb`."""
    icon: Optional[str]
    """The name of an icon."""
    custom_fields: Dict[str, Optional[Union[str, float, bool]]]
    """Values of your own, by name."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""
    deleted_at: Optional[str]
    """When it was put into the trash; null while it is kept."""


class BinSummary(TypedDict):
    """The bin that an item is in, in short."""

    id: str
    """Its id."""
    code: str
    name: str
    """Its name."""


class _WholeBinView(TypedDict):
    id: str
    """Its id."""
    code: str
    name: str
    """Its name."""
    location_id: Optional[str]
    """The id of the place that it is in."""
    description: str
    """More words about it."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    color: Optional[str]
    """A color, as `#rrggbb`."""
    icon: Optional[str]
    """The name of an icon."""
    custom_fields: Dict[str, Optional[Union[str, float, bool]]]
    """Values of your own, by name."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""
    deleted_at: Optional[str]
    """When it was put into the trash; null while it is kept."""


class BinView(_WholeBinView, total=False):
    """A bin with what `include` asked for."""

    location_path: List[BinViewLocationPath]
    item_count: int
    """Items directly in it, those in the trash left out."""


class BinViewLocationPath(TypedDict):
    id: str
    """Its id."""
    name: str
    """Its name."""


class BinsBulkOperationCreate(TypedDict):
    op: Literal["create"]
    data: Dict[str, Any]


class _WholeBinsBulkOperationDelete(TypedDict):
    op: Literal["delete"]
    id: str
    """Its id."""


class BinsBulkOperationDelete(_WholeBinsBulkOperationDelete, total=False):
    data: Dict[str, Any]


class BinsBulkOperationMove(TypedDict):
    op: Literal["move"]
    id: str
    """Its id."""
    data: Dict[str, Any]


class _WholeBinsBulkOperationRestore(TypedDict):
    op: Literal["restore"]
    id: str
    """Its id."""


class BinsBulkOperationRestore(_WholeBinsBulkOperationRestore, total=False):
    data: Dict[str, Any]


class BinsBulkOperationUpdate(TypedDict):
    op: Literal["update"]
    id: str
    """Its id."""
    data: Dict[str, Any]


class BinsRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""
    event_seq: int
    """The event that records it; what undo asks for."""


class BulkAnswer(TypedDict):
    """How each operation ended, in the order in which they were sent."""

    data: List[BulkResult]
    succeeded: int
    failed: int


class _WholeBulkResult(TypedDict):
    index: int
    status: int


class BulkResult(_WholeBulkResult, total=False):
    """How one operation ended: the status and body that the single call would have had."""

    data: Dict[str, Any]
    """What the single call answers."""
    event_seqs: List[int]
    """The events that record it: what undo asks for. None when nothing changed."""
    error: Problem


class CodesReserveAnswer(TypedDict):
    data: List[LabelCode]


class CollectedHandOver(TypedDict):
    """Where the asking stands, and once it is approved, the key."""

    status: Literal["pending", "approved", "refused", "expired"]
    """`pending`: ask again. `approved`: here is the key. `refused` and `expired`: there will be none;
    begin again."""
    interval_seconds: int
    api_key: Optional[ApiKey]
    key: Optional[str]
    """The secret. It is given this once and cannot be had again."""


class ConsumedItems(TypedDict):
    """A project after it used up what it had reserved."""

    project: Project
    data: List[Reservation]
    event_seq: Optional[int]
    """The number of the event that records it; what undo asks for."""


class _WholeContent(TypedDict):
    type: Literal["location", "bin", "item"]
    id: str
    """Its id."""
    name: str
    """Its name."""


class Content(_WholeContent, total=False):
    """One thing that is directly in a place: a place, a bin or an item."""

    kind: ContentKind
    """Of a place."""
    code: str
    """Of a bin."""
    quantity: float
    """Of an item."""
    unit: str
    """Of an item."""
    is_low: bool
    """Of an item."""


class CreatedApiKey(TypedDict):
    """A new key, with its secret."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    description: str
    """More words about it."""
    prefix: str
    """How the secret begins, to tell keys apart."""
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    scopes: List[ApiKeyScope]
    organization_id: str
    """The organization's id."""
    created_by: Optional[str]
    acts_as: str
    """The id of the person whose rights the key has at the most."""
    location_ids: Optional[List[str]]
    """The places that the key is bound to, with all that is below them; null for everywhere."""
    allowed_cidrs: Optional[List[str]]
    """The networks that the key may be used from; null for any."""
    rate_limit: Optional[ApiKeyRateLimit]
    muted_alerts: List[ApiKeyMutedAlert]
    status: ApiKeyStatus
    created_at: str
    """When it was made."""
    expires_at: Optional[str]
    """When it ends."""
    auto_renew: bool
    last_used_at: Optional[str]
    """When it was last used."""
    last_used_ip: Optional[str]
    """The address that it was last used from."""
    rotated_at: Optional[str]
    """When it last got a new secret."""
    revoked_at: Optional[str]
    """When it was revoked."""
    revocation_reason: Optional[str]
    """Why it was revoked."""
    key: Optional[str]
    """The secret. It is shown this once and cannot be had again."""


class CreatedInvitation(TypedDict):
    """A new invitation, with its link."""

    id: str
    """Its id."""
    email: Optional[str]
    """The person's address for mail."""
    role: Literal["owner", "admin", "member", "viewer"]
    """What a member of the organization may do at all."""
    created_by: str
    created_at: str
    """When it was made."""
    expires_at: str
    """When it ends."""
    max_uses: int
    uses: int
    url: Optional[str]
    """The link to hand over. It is shown this once; null in a repeated answer."""
    mailed: bool
    """It is on its way to `email`, too."""


class Delivery(TypedDict):
    """One action of a trigger, for one event."""

    id: str
    """The `webhook-id` of each attempt."""
    trigger_id: str
    """The trigger's id."""
    action_id: str
    """The id of the trigger's action."""
    type: Literal["webhook", "create_task"]
    event_seq: int
    """The number of the event that records it; what undo asks for."""
    event_type: EventType
    """What happened."""
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    status: Literal["pending", "succeeded", "failed", "cancelled"]
    attempts: int
    """How often it was tried."""
    url: Optional[str]
    """Where a webhook went; no more than its origin, followed by `/…`, for callers without
    `triggers:write`."""
    task_id: Optional[str]
    """What a `create_task` made, or found open already."""
    response_status: Optional[int]
    """The status of the answer."""
    response_excerpt: Optional[str]
    """The first 2,000 characters of the last answer."""
    response_ms: Optional[int]
    """Milliseconds until the answer."""
    error: Optional[DeliveryError]
    is_test: bool
    next_attempt_at: Optional[str]
    """When it is tried again."""
    last_attempt_at: Optional[str]
    """When it was last tried."""
    created_at: str
    """When it was made."""


class DeliveryView(TypedDict):
    """A delivery with what was sent: no values of one's own headers, and no signature."""

    id: str
    """The `webhook-id` of each attempt."""
    trigger_id: str
    """The trigger's id."""
    action_id: str
    """The id of the trigger's action."""
    type: Literal["webhook", "create_task"]
    event_seq: int
    """The number of the event that records it; what undo asks for."""
    event_type: EventType
    """What happened."""
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    status: Literal["pending", "succeeded", "failed", "cancelled"]
    attempts: int
    """How often it was tried."""
    url: Optional[str]
    """Where a webhook went; no more than its origin, followed by `/…`, for callers without
    `triggers:write`."""
    task_id: Optional[str]
    """What a `create_task` made, or found open already."""
    response_status: Optional[int]
    """The status of the answer."""
    response_excerpt: Optional[str]
    """The first 2,000 characters of the last answer."""
    response_ms: Optional[int]
    """Milliseconds until the answer."""
    error: Optional[DeliveryError]
    is_test: bool
    next_attempt_at: Optional[str]
    """When it is tried again."""
    last_attempt_at: Optional[str]
    """When it was last tried."""
    created_at: str
    """When it was made."""
    request_headers: Dict[str, str]
    request_body: Optional[str]
    attempt_log: List[DeliveryViewAttemptLog]
    """Oldest first; the last 20."""


class DeliveryViewAttemptLog(TypedDict):
    at: str
    response_status: Optional[int]
    """The status of the answer."""
    response_ms: Optional[int]
    """Milliseconds until the answer."""
    error: Optional[DeliveryError]


class Event(TypedDict):
    """One thing that happened, written with the change itself. `seq` has no gaps within a workspace."""

    id: str
    """Its id."""
    seq: int
    """The event's number; there are no gaps within a workspace."""
    type: EventType
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    actor_user_id: Optional[str]
    actor_name: Optional[str]
    on_behalf_of_user_id: Optional[str]
    """The user whose rights a key used, when not its maker."""
    auth_method: Literal["session", "api_key", "system"]
    api_key_id: Optional[str]
    """The key's id."""
    api_key_name: Optional[str]
    ip: Optional[str]
    request_id: Optional[str]
    """The id of the call, as its answer said in `X-Request-Id`."""
    endpoint: Optional[str]
    trigger_id: Optional[str]
    """The trigger whose action did it."""
    trigger_depth: int
    """0 for what people, scripts and the server do; 1 for what a trigger did after that, and so on."""
    changes: Dict[str, EventChange]
    data: Dict[str, Any]
    undone_by: Optional[int]
    """The `seq` of the event that put it back; null while it holds."""
    created_at: str
    """When it was made."""


class EventChange(TypedDict):
    old: Any
    new: Any


class ExplainedCall(TypedDict):
    """What would happen to a call: its checks up to the first that fails. Nothing is run and nothing is counted."""

    allowed: bool
    checks: List[ExplainedCallCheck]


class _WholeExplainedCallCheck(TypedDict):
    check: ExplainedCallCheckCheck
    ok: bool


class ExplainedCallCheck(_WholeExplainedCallCheck, total=False):
    code: ProblemCode
    detail: str


class HandOver(TypedDict):
    """Who asks for a key, as far as the server can tell. The program wrote its name itself."""

    client_name: str
    scopes: Optional[List[ApiKeyScope]]
    """What it would like to do; null for what you choose."""
    environment: Optional[Literal["live", "test"]]
    """The workspace: `live`, or `test` to try things in."""
    ip: str
    """The address that it asked from."""
    user_agent: Optional[str]
    """What the browser or program calls itself."""
    is_same_network: bool
    """Whether you are in the network that it asked from."""
    status: Literal["pending", "approved", "refused", "expired"]
    created_at: str
    """When it was made."""
    expires_at: str
    """When it ends."""


class Import(TypedDict):
    """One file that was brought in, all at once or not at all."""

    id: Optional[str]
    """Null for a dry run, of which nothing is kept."""
    status: ImportStatus
    dry_run: bool
    format: Literal["ndjson", "csv"]
    filename: Optional[str]
    """The name that the file came under."""
    rows_total: int
    rows_done: int
    created: int
    updated: int
    unchanged: int
    errors_total: int
    errors: List[RowError]
    """The first 200."""
    columns: List[str]
    """The columns of a CSV as they were understood."""
    first_seq: Optional[int]
    last_seq: Optional[int]
    created_by: Optional[str]
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""


class InstanceUser(TypedDict):
    """An account of this instance, as its admin sees it, whatever organizations the person belongs to."""

    id: str
    """Its id."""
    email: str
    """The person's address for mail."""
    name: str
    """Its name."""
    is_instance_admin: bool
    """Whether the person runs this instance."""
    is_active: bool
    """False while the account is disabled: nobody signs in with it, nor does a key act as it."""
    has_two_factor: bool
    """Whether signing in asks for a second factor."""
    organizations: int
    """How many the person belongs to."""
    created_at: str
    """When it was made."""


class Invitation(TypedDict):
    """An invitation as its organization sees it; the link is in the answer of its creation alone."""

    id: str
    """Its id."""
    email: Optional[str]
    """The person's address for mail."""
    role: Literal["owner", "admin", "member", "viewer"]
    """What a member of the organization may do at all."""
    created_by: str
    created_at: str
    """When it was made."""
    expires_at: str
    """When it ends."""
    max_uses: int
    uses: int


class InvitationPreview(TypedDict):
    """What somebody with the link may know before they accept."""

    organization: InvitationPreviewOrganization
    role: Literal["owner", "admin", "member", "viewer"]
    """What a member of the organization may do at all."""
    email: Optional[str]
    """The person's address for mail."""
    invited_by: str
    expires_at: str
    """When it ends."""
    has_account: Optional[bool]
    """Whether `email` has an account here; null without `email`."""


class InvitationPreviewOrganization(TypedDict):
    id: str
    """Its id."""
    name: str
    """Its name."""


class InvitationsRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""


class Item(TypedDict):
    """One kind of thing in one place: a bin, or a location, or neither (the inbox)."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    bin_id: Optional[str]
    """The id of the bin that it is in."""
    location_id: Optional[str]
    """The id of the place that it is in."""
    quantity: float
    reserved: float
    """What active projects still hold of it."""
    available: float
    """`quantity` − `reserved`; below zero when more is promised than there is."""
    unit: str
    """What its quantity counts, such as `pcs`."""
    min_quantity: Optional[float]
    """At this quantity and below it is low."""
    is_low: bool
    """Whether there is no more of it than `min_quantity`."""
    barcodes: List[str]
    """Codes on the thing or its package, to find it by."""
    sku: Optional[str]
    """The number under which it is sold or kept."""
    external_id: Optional[str]
    """Your own name for it."""
    notes: str
    """Whatever is worth knowing of it."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    custom_fields: Dict[str, Optional[Union[str, float, bool]]]
    """Values of your own, by name."""
    expires_on: Optional[str]
    """The day on which it expires."""
    serial_number: Optional[str]
    """The number of this one piece."""
    model: Optional[str]
    """What its maker calls it."""
    manufacturer: Optional[str]
    """Who made it."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""
    deleted_at: Optional[str]
    """When it was put into the trash; null while it is kept."""


class _WholeItemView(TypedDict):
    id: str
    """Its id."""
    name: str
    """Its name."""
    bin_id: Optional[str]
    """The id of the bin that it is in."""
    location_id: Optional[str]
    """The id of the place that it is in."""
    quantity: float
    reserved: float
    """What active projects still hold of it."""
    available: float
    """`quantity` − `reserved`; below zero when more is promised than there is."""
    unit: str
    """What its quantity counts, such as `pcs`."""
    min_quantity: Optional[float]
    """At this quantity and below it is low."""
    is_low: bool
    """Whether there is no more of it than `min_quantity`."""
    barcodes: List[str]
    """Codes on the thing or its package, to find it by."""
    sku: Optional[str]
    """The number under which it is sold or kept."""
    external_id: Optional[str]
    """Your own name for it."""
    notes: str
    """Whatever is worth knowing of it."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    custom_fields: Dict[str, Optional[Union[str, float, bool]]]
    """Values of your own, by name."""
    expires_on: Optional[str]
    """The day on which it expires."""
    serial_number: Optional[str]
    """The number of this one piece."""
    model: Optional[str]
    """What its maker calls it."""
    manufacturer: Optional[str]
    """Who made it."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""
    deleted_at: Optional[str]
    """When it was put into the trash; null while it is kept."""


class ItemView(_WholeItemView, total=False):
    """An item with what `include` asked for."""

    location_path: List[BinViewLocationPath]
    bin: Optional[BinSummary]


class ItemsBulkOperationAdjust(TypedDict):
    op: Literal["adjust"]
    id: str
    """Its id."""
    data: Dict[str, Any]


class ItemsBulkOperationUpsert(TypedDict):
    op: Literal["upsert"]
    external_id: str
    """Changes the item that has it, or creates one."""
    data: Dict[str, Any]


class ItemsRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""
    event_seq: int
    """The event that records it; what undo asks for."""


class KeyAdvice(TypedDict):
    """What would make a key safer, seen from what it did."""

    observed_since: str
    """When counting began: the key's creation or the last change of its scopes."""
    used_scopes: List[ApiKeyScope]
    """Those that its answered calls needed since then."""
    unused_scopes: List[ApiKeyScope]
    """Those it could do without; named once its use is known for 14 days, if it used any."""
    unused_for_days: int
    """Days since its last call, or since its creation."""
    is_unused: bool
    """Not used for 90 days."""
    not_renewed_because: Optional[Literal["unused", "subject_disabled", "plan_restricted", "lifetime_too_long"]]
    """Why `auto_renew` will not prolong it as things stand."""


class KeyLogEntry(TypedDict):
    """One entry of a key's log: a call that was made with it, or a change of the key itself."""

    id: str
    """Its id."""
    kind: Literal["request", "event"]
    created_at: str
    """When it was made."""
    type: Optional[EventType]
    """Of an event: what happened to the key, or what it changed."""
    subject_type: Optional[str]
    """Of an event: what kind of thing it is about."""
    subject_id: Optional[str]
    """The id of what it is about."""
    subject_name: Optional[str]
    """As it was called at that time."""
    method: Optional[str]
    endpoint: Optional[str]
    status: Optional[int]
    outcome: Optional[Literal["succeeded", "refused", "failed"]]
    code: Optional[ProblemCode]
    """Why a call was refused."""
    auth_method: Literal["session", "api_key", "system"]
    actor_user_id: Optional[str]
    actor_name: Optional[str]
    on_behalf_of_user_id: Optional[str]
    on_behalf_of_name: Optional[str]
    ip: Optional[str]
    user_agent: Optional[str]
    """What the browser or program calls itself."""
    request_id: Optional[str]
    """The id of the call, as its answer said in `X-Request-Id`."""
    changes: Dict[str, EventChange]
    data: Dict[str, Any]


class KeyRotation(TypedDict):
    """A rotation that still goes on, and who uses the secret that it replaces."""

    started_at: str
    activate: Literal["now", "first_use"]
    is_pending: bool
    """The new secret has not been used yet, so the old one has no end yet."""
    grace_seconds: int
    old_secret_ends_at: Optional[str]
    old_secret: KeyRotationOldSecret


class KeyRotationOldSecret(TypedDict):
    last_used_at: Optional[str]
    """When it was last used."""
    last_used_ip: Optional[str]
    """The address that it was last used from."""
    last_used_agent: Optional[str]
    uses: int
    """Calls with the old secret since the rotation began."""


class KeyUsage(TypedDict):
    """What a key's calls came to, by day, endpoint and client network (/24 or /48); the busiest 50 of each."""

    since: str
    until: str
    total: KeyUsageTotal
    days: List[KeyUsageDay]
    endpoints: List[KeyUsageEndpoint]
    networks: List[KeyUsageNetwork]


class KeyUsageDay(TypedDict):
    day: str
    requests: int
    succeeded: int
    refused: int
    failed: int


class KeyUsageEndpoint(TypedDict):
    endpoint: str
    requests: int
    succeeded: int
    refused: int
    failed: int


class KeyUsageNetwork(TypedDict):
    network: str
    requests: int
    succeeded: int
    refused: int
    failed: int


class KeyUsageTotal(TypedDict):
    requests: int
    succeeded: int
    refused: int
    failed: int


class LabelBatch(TypedDict):
    """What is left of a sheet of labels, as far as the caller can see."""

    batch_id: str
    """The name of the sheet that it was printed on."""
    total: int
    claimed: int
    """Labels that stand on something; the others are blank."""
    created_at: str
    """When its last labels were reserved."""


class LabelCode(TypedDict):
    """A label's code; without a target it is printed but not yet on anything."""

    code: str
    target_type: Optional[Literal["bin", "item", "location"]]
    """What kind of thing the code stands on."""
    target_id: Optional[str]
    """The id of what the code stands on."""
    batch_id: Optional[str]
    """The name of the sheet that it was printed on."""
    created_at: str
    """When it was made."""


class LeakedKeyReport(TypedDict):
    """The same answer whether the key is real or not."""

    received: Literal[True]


class Library(TypedDict):
    """A library: a root of the tree, with what is in it and in all places below."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    parent_id: Optional[str]
    """The id of the place that it is in; null for a library."""
    kind: ContentKind
    description: str
    """More words about it."""
    path: List[str]
    depth: int
    """Its level in the tree; a library is 1."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""
    location_count: int
    """Places below it."""
    bin_count: int
    item_count: int


class Location(TypedDict):
    """A place. Roots (`parent_id: null`) are libraries; `path` lists the ids from the root to the place itself."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    parent_id: Optional[str]
    """The id of the place that it is in; null for a library."""
    kind: ContentKind
    description: str
    """More words about it."""
    path: List[str]
    depth: int
    """Its level in the tree; a library is 1."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""


class LocationsRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""
    event_seq: int
    """The event that records it; what undo asks for."""


class Member(TypedDict):
    """A user as a member of the calling organization. `id` is the user's."""

    id: str
    """Its id."""
    email: str
    """The person's address for mail."""
    name: str
    """Its name."""
    role: Literal["owner", "admin", "member", "viewer"]
    """What a member of the organization may do at all."""
    is_active: bool
    """False while the member is suspended: they may not come in, nor their keys."""
    has_two_factor: bool
    """Whether signing in asks for a second factor."""
    joined_at: str
    api_keys: int
    """Keys that act as them and have not ended."""


class MembersRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    removed_at: str
    """When it was removed."""
    revoked_api_keys: int
    """Keys that acted as them and ended with it."""


class _WholeMovedItem(TypedDict):
    item: Item
    event_seq: Optional[int]
    """The number of the event that records it; what undo asks for."""


class MovedItem(_WholeMovedItem, total=False):
    """An item after a move, and the part of it that went elsewhere."""

    moved_item: Item
    """The part that moved, when the item was split."""


class Notification(TypedDict):
    """Something that one person should know of, in the organization that they are in."""

    id: str
    """Its id."""
    type: EventType
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    event_seq: int
    """The number of the event that records it; what undo asks for."""
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    title: str
    body: str
    created_at: str
    """When it was made."""
    read_at: Optional[str]


class NotificationPreferences(TypedDict):
    """How one person is told of things in one organization."""

    kinds: NotificationPreferencesKinds
    digest: Literal["off", "daily"]
    """One mail a day with what needs attention; none on a day without."""
    digest_hour: int
    """When, in the person's own time zone."""
    mail_available: bool
    """Whether this server sends mail at all."""


class NotificationPreferencesKinds(TypedDict):
    low_stock: NotificationPreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    expiring: NotificationPreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    tasks: NotificationPreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    triggers: NotificationPreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    api_keys: NotificationPreferencesKindsTasks
    """Only items of which there is too little, or enough."""


class NotificationPreferencesKindsTasks(TypedDict):
    """Only items of which there is too little, or enough."""

    app: bool
    """Under the bell."""
    mail: bool
    """By mail at once, where the server sends mail, and of the live environment alone."""


class NotificationsReadAnswer(TypedDict):
    unread: int


class NotificationsUpdatePreferencesKinds(TypedDict, total=False):
    """Merged into what is there."""

    low_stock: NotificationsUpdatePreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    expiring: NotificationsUpdatePreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    tasks: NotificationsUpdatePreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    triggers: NotificationsUpdatePreferencesKindsTasks
    """Only items of which there is too little, or enough."""
    api_keys: NotificationsUpdatePreferencesKindsTasks
    """Only items of which there is too little, or enough."""


class NotificationsUpdatePreferencesKindsTasks(TypedDict, total=False):
    """Only items of which there is too little, or enough."""

    app: bool
    """Under the bell."""
    mail: bool
    """By mail at once, where the server sends mail, and of the live environment alone."""


class Organization(TypedDict):
    """Who shares an inventory: people, their keys, and two workspaces, live and test."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    slug: str
    role: Literal["owner", "admin", "member", "viewer"]
    """The caller's."""
    plan: Literal["free", "professional", "enterprise"]
    rate_limit: OrganizationRateLimit
    """What a key of it may do at the most."""
    settings: OrganizationSettings
    created_at: str
    """When it was made."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""


class OrganizationRateLimit(TypedDict):
    per_minute: int
    """Calls within a minute."""
    per_hour: int
    """Calls within an hour."""


class OrganizationSettings(TypedDict):
    """How an organization works; each may be sent alone."""

    api_key_makers: Literal["members", "admins"]
    """Who may create API keys."""
    api_key_days_max: Optional[int]
    """Longest life of a new or extended key, in days; null for no limit."""
    event_retention_days: int
    """How long the activity is kept."""
    request_retention_days: int
    """How long each call of a key is kept in its log."""
    test_webhook_hosts: List[str]
    """Hosts that triggers of the test environment may post to; to others they never do."""
    trash_days: int
    """How long what was deleted can be restored."""


class OrganizationsRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""


class OrganizationsUpdateSettings(TypedDict, total=False):
    """Merged into what is there."""

    api_key_makers: Literal["members", "admins"]
    """Who may create API keys."""
    api_key_days_max: Optional[int]
    """Longest life of a new or extended key, in days; null for no limit."""
    event_retention_days: int
    """How long the activity is kept."""
    request_retention_days: int
    """How long each call of a key is kept in its log."""
    test_webhook_hosts: List[str]
    """Hosts that triggers of the test environment may post to; to others they never do."""
    trash_days: int
    """How long what was deleted can be restored."""


class PathStep(TypedDict):
    """One step of the way to a thing, from the library down."""

    type: Literal["location", "bin"]
    id: str
    """Its id."""
    name: str
    """Its name."""


class _WholeProblem(TypedDict):
    type: str
    title: str
    status: int
    detail: str
    message: str
    code: ProblemCode
    request_id: str
    """The id of the call, as its answer said in `X-Request-Id`."""
    instance: str


class Problem(_WholeProblem, total=False):
    """RFC 9457 problem details, the body of every answer that is not 2xx."""

    errors: List[ProblemError]
    required_scopes: List[ApiKeyScope]
    granted_scopes: List[ApiKeyScope]
    missing_scopes: List[ApiKeyScope]
    fix_url: str
    key_id: str
    expired_at: str
    revoked_at: str
    """When it was revoked."""
    rotated_at: str
    """When it last got a new secret."""
    retry_after: int
    violated_policies: List[str]
    current_version: int
    current_quantity: float
    suggest: Literal["create", "claim"]
    """What to do about a code that names nothing."""
    failed_index: int
    """The operation that made an atomic bulk fail."""
    address: str


class ProblemError(TypedDict):
    location: Literal["body", "query", "path", "header"]
    pointer: str
    """JSON pointer into that part, such as /scopes/0."""
    code: str
    message: str


class Project(TypedDict):
    """Something that is made or done, and what it needs."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    description: str
    """More words about it."""
    status: Literal["planned", "active", "done", "cancelled"]
    starts_on: Optional[str]
    """The day on which it begins."""
    due_on: Optional[str]
    """The day by which it is to be done."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""


class ProjectItem(TypedDict):
    """One line of the pick list, which is sorted by place."""

    item_id: str
    """The item's id."""
    project_id: str
    """The id of the project that it belongs to."""
    quantity: float
    consumed: float
    available: float
    """What is left of the item for this project: its quantity − what other active projects hold. Nothing
    of an item in the trash."""
    shortage: float
    """What the project still needs and `available` does not cover; 0 once it is done or cancelled."""
    item: Item
    path: List[PathStep]
    place: str
    """Home / Garage / Red box; empty for what lies nowhere."""


class ProjectStock(TypedDict):
    """What a project reserves, counted."""

    items: int
    """Things that it reserves."""
    open: int
    """Those of them that it still needs."""
    short: int
    """Those of them that there is too little of for it."""


class _WholeProjectView(TypedDict):
    id: str
    """Its id."""
    name: str
    """Its name."""
    description: str
    """More words about it."""
    status: Literal["planned", "active", "done", "cancelled"]
    starts_on: Optional[str]
    """The day on which it begins."""
    due_on: Optional[str]
    """The day by which it is to be done."""
    tags: List[str]
    """Words to find it by, distinct and in the order in which they were given."""
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""


class ProjectView(_WholeProjectView, total=False):
    """A project with what was asked for beside it."""

    stock: ProjectStock
    reservation: Reservation


class ProjectsConsumeItem(TypedDict):
    item_id: str
    """The item's id."""
    quantity: float


class ProjectsRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""
    event_seq: int
    """The event that records it; what undo asks for."""


class RateLimitState(TypedDict):
    """Where the caller's two windows stand; the hour's on top."""

    limit: int
    """Requests that the window allows."""
    remaining: int
    """What is left of them."""
    reset: int
    """When the window starts anew, in Unix seconds."""
    reset_at: str
    """The same as a time."""
    plan: Literal["free", "professional", "enterprise"]
    windows: List[RateLimitStateWindow]


class RateLimitStateWindow(TypedDict):
    name: Literal["minute", "hour"]
    """Its name."""
    limit: int
    """Requests that the window allows."""
    remaining: int
    """What is left of them."""
    reset: int
    """When the window starts anew, in Unix seconds."""
    reset_at: str
    """The same as a time."""


class RecoveryCodes(TypedDict):
    """Each opens the account once, in place of a code. They are shown this once."""

    recovery_codes: List[str]


class Reservation(TypedDict):
    """What a project needs of an item; more than there is is allowed, and said."""

    item_id: str
    """The item's id."""
    project_id: str
    """The id of the project that it belongs to."""
    quantity: float
    consumed: float
    available: float
    """What is left of the item for this project: its quantity − what other active projects hold. Nothing
    of an item in the trash."""
    shortage: float
    """What the project still needs and `available` does not cover; 0 once it is done or cancelled."""


class ResolvedCode(TypedDict):
    """The code with what it stands on, as far as the caller may see that."""

    code: str
    target_type: Optional[Literal["bin", "item", "location"]]
    """What kind of thing the code stands on."""
    target_id: Optional[str]
    """The id of what the code stands on."""
    batch_id: Optional[str]
    """The name of the sheet that it was printed on."""
    created_at: str
    """When it was made."""
    target: Optional[ScanAnswerTarget]
    """Null while nothing has the label."""


class RowError(TypedDict):
    """A fault of one row of a file: `line` counts from 1, the header included."""

    line: int
    column: Optional[str]
    """The header, or the member of an NDJSON line; null for the whole row."""
    code: str
    message: str


class SandboxReset(TypedDict):
    """The test workspace after its reset: what the sample data hold."""

    reset_at: str
    locations: int
    bins: int
    items: int
    projects: int
    tasks: int


class _WholeScanAnswer(TypedDict):
    code: str
    action: ScanScanAction
    target: ScanAnswerTarget


class ScanAnswer(_WholeScanAnswer, total=False):
    """What the code stands on, and what the scan did with it."""

    item: Item
    quantity: float
    event_seq: Optional[int]
    """The number of the event that records it; what undo asks for."""


class ScanAnswerTarget(TypedDict):
    type: Literal["bin", "item", "location"]
    id: str
    """Its id."""
    name: str
    """Its name."""


class _WholeSearchHit(TypedDict):
    type: Literal["item", "bin", "location"]
    id: str
    """Its id."""
    name: str
    """Its name."""
    place: str
    """Home / Garage / Red box; empty for what lies nowhere."""
    path: List[PathStep]
    score: float
    """1 is the name itself."""


class SearchHit(_WholeSearchHit, total=False):
    """One thing that was found, the best first, with its place spelled out."""

    code: str
    """Of a bin."""
    quantity: float
    """Of an item."""
    unit: str
    """Of an item."""
    is_low: bool
    """Of an item."""


class SearchSearchAnswer(TypedDict):
    data: List[SearchHit]
    """The rows of this page."""
    next_cursor: None
    """What `cursor` takes for the next page; null on the last one."""


class Session(TypedDict):
    """A signed-in browser. `id` is a hash: it names the session and opens nothing."""

    id: str
    """Its id."""
    created_at: str
    """When it was made."""
    last_seen_at: str
    expires_at: str
    """When it ends."""
    ip: Optional[str]
    user_agent: Optional[str]
    """What the browser or program calls itself."""
    is_current: bool


class SessionState(TypedDict):
    """Who is signed in, and whether a stranger could make an account here."""

    user: Optional[User]
    organization: Optional[WhoAmIOrganization]
    environment: Optional[Literal["live", "test"]]
    """The workspace: `live`, or `test` to try things in."""
    expires_at: Optional[str]
    """When it ends."""
    can_sign_up: bool
    organizations: List[WhoAmIOrganization]
    """All that the person belongs to, at most 100."""
    recent_until: Optional[str]
    """Until when what is delicate needs no password again."""
    is_first_run: bool
    """No account exists yet: the next sign-up owns this instance."""


class SessionsEndAnswer(TypedDict):
    id: str
    """Its id."""
    ended: Literal[True]


class SessionsEndOthersAnswer(TypedDict):
    ended: int


class Summary(TypedDict):
    """Flat counts, made for dashboards. Bounded keys get those of their places."""

    locations: int
    bins: int
    items: int
    quantity: float
    """The sum of all quantities, whatever their units."""
    low_stock: int
    """Only items of which there is too little, or enough."""
    expiring_7d: int
    """Items that expire today or within seven days."""
    expired: int
    open_tasks: int
    overdue_tasks: int
    revision: int
    """Grows with every change."""
    as_of: str


class Task(TypedDict):
    """Something to do, perhaps about a thing or within a project."""

    id: str
    """Its id."""
    title: str
    description: str
    """More words about it."""
    status: Literal["open", "in_progress", "done", "cancelled"]
    priority: Literal["low", "normal", "high", "urgent"]
    """How urgent it is."""
    due_on: Optional[str]
    """The day by which it is to be done."""
    assignee_id: Optional[str]
    project_id: Optional[str]
    """The id of the project that it belongs to."""
    subject_type: Optional[Literal["item", "bin", "location"]]
    """What kind of thing it is about."""
    subject_id: Optional[str]
    """The id of what it is about."""
    source: Literal["user", "trigger"]
    trigger_id: Optional[str]
    """The trigger that made it."""
    close_when_resolved: bool
    """It follows what is missing, and is done once the stock is back."""
    missing: Optional[float]
    """How much its item lacks to the minimum; null for a task that is not about low stock."""
    completed_at: Optional[str]
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""


class TasksRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""
    event_seq: int
    """The event that records it; what undo asks for."""


class Trigger(TypedDict):
    """When something happens, and it is like this, then do that."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    enabled: bool
    disabled_reason: Optional[Literal["person", "failures"]]
    """Why it is off: somebody turned it off, or its deliveries failed 20 times in a row."""
    event_types: List[str]
    conditions: List[TriggerCondition]
    actions: List[Union[TriggerActionWebhook, TriggerActionCreateTask]]
    throttle_seconds: int
    failures_in_a_row: int
    fired_count: int
    last_fired_at: Optional[str]
    created_by: Optional[str]
    version: int
    """Counts its writes from 1; what `If-Match` and `if_version` expect."""
    created_at: str
    """When it was made."""
    updated_at: str
    """When it was last changed."""


class TriggerActionCreateTask(TypedDict):
    id: str
    """Its id."""
    type: Literal["create_task"]
    title_template: str
    """Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs."""
    description_template: str
    """As the title."""
    priority: Literal["low", "normal", "high", "urgent"]
    """How urgent it is."""
    assignee_id: Optional[str]
    """A member of the organization."""
    due_in_days: Optional[int]
    close_when_resolved: bool
    """For what ran low: the task follows how much is missing, and is done once the stock is back."""


class _WholeTriggerActionWebhook(TypedDict):
    id: str
    """Its id."""
    type: Literal["webhook"]
    url: str
    """Whole for callers with `triggers:write`; for others its origin, followed by `/…`."""
    headers: Dict[str, None]
    """Their names; the values are kept and never shown."""
    previous_secret_until: Optional[str]
    """Until then posts are signed with the former secret too."""


class TriggerActionWebhook(_WholeTriggerActionWebhook, total=False):
    secret: str
    """What the posts are signed with (`whsec_…`), in the one answer that makes it."""


class _WholeTriggerCondition(TypedDict):
    field: str
    """Of what it happened to (`tags`, `custom.color`) or of the event (`data.missing`)."""
    op: TriggerConditionOp


class TriggerCondition(_WholeTriggerCondition, total=False):
    """One comparison. `changed` has no value: the event changed the field. `in` takes a list: the field is one of them, or for a list, holds one of them. `contains` looks for a part of a text, whatever the case, or for one member of a list."""

    value: Union[Optional[Union[str, float, bool]], List[Optional[Union[str, float, bool]]]]


class TriggerPreview(TypedDict):
    """What a trigger would do; nothing is sent or written."""

    sample: WebhookBody
    """The newest such event, or a made-up one while there is none."""
    is_made_up: bool
    matches: bool
    tasks: List[TriggerTestTask]
    recent: List[TriggerPreviewRecent]
    """The newest 20 events of these types."""


class TriggerPreviewRecent(TypedDict):
    seq: int
    """The event's number; there are no gaps within a workspace."""
    type: EventType
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    created_at: str
    """When it was made."""
    matches: bool
    """Whether the conditions hold."""


class TriggerTest(TypedDict):
    """What pressing the test button did: each webhook as it went, each task as it would be."""

    event_seq: Optional[int]
    """The event that was told; null for a made-up one."""
    matches: bool
    """Whether the conditions hold for it; the test goes out all the same."""
    deliveries: List[DeliveryView]
    tasks: List[TriggerTestTask]


class TriggerTestTask(TypedDict):
    title: str
    description: str
    """More words about it."""


class _WholeTriggersCreateActionCreateTask(TypedDict):
    type: Literal["create_task"]
    title_template: str
    """Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs."""


class TriggersCreateActionCreateTask(_WholeTriggersCreateActionCreateTask, total=False):
    id: str
    """Its id."""
    description_template: str
    """As the title."""
    priority: Literal["low", "normal", "high", "urgent"]
    """How urgent it is."""
    assignee_id: Optional[str]
    """A member of the organization."""
    due_in_days: Optional[int]
    close_when_resolved: bool
    """For what ran low: the task follows how much is missing, and is done once the stock is back."""


class _WholeTriggersCreateActionWebhook(TypedDict):
    type: Literal["webhook"]
    url: str


class TriggersCreateActionWebhook(_WholeTriggersCreateActionWebhook, total=False):
    id: str
    """Its id."""
    headers: Dict[str, Optional[str]]
    """Sent with each post; null keeps a value while scheme, host and port stay."""


class TriggersRemoveAnswer(TypedDict):
    id: str
    """Its id."""
    deleted_at: str
    """When it was deleted."""
    event_seq: int
    """The event that records it; what undo asks for."""


class TwoFactorStart(TypedDict):
    """What an authenticator app needs. It counts only once a first code was shown to be right."""

    secret: str
    otpauth_uri: str


class TwoFactorState(TypedDict):
    """Whether signing in asks for a second factor, and how many recovery codes are left."""

    is_enabled: bool
    recovery_codes_left: int


class UndoneEvents(TypedDict):
    """What was put back, or would be, and what was not, with the reason."""

    undone: List[UndoneEventsUndone]
    skipped: List[UndoneEventsSkipped]
    dry_run: bool


class UndoneEventsSkipped(TypedDict):
    seq: int
    """The event's number; there are no gaps within a workspace."""
    type: EventType
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    reason: UndoneEventsSkippedReason
    detail: str


class UndoneEventsUndone(TypedDict):
    seq: int
    """The event's number; there are no gaps within a workspace."""
    type: EventType
    subject_type: str
    """What kind of thing it is about."""
    subject_id: str
    """The id of what it is about."""
    subject_name: str
    """The name of what it is about."""
    changes: Dict[str, EventChange]
    """What putting it back changes, or would change."""


class UndoneImport(TypedDict):
    """What taking an import back put back, or would, and what it did not; the lists are cut off, the totals are not."""

    undone: List[UndoneEventsUndone]
    """The first 500."""
    skipped: List[UndoneEventsSkipped]
    """The first 500."""
    dry_run: bool
    undone_total: int
    skipped_total: int


class User(TypedDict):
    """A person, wherever they are a member."""

    id: str
    """Its id."""
    email: str
    """The person's address for mail."""
    name: str
    """Its name."""
    is_instance_admin: bool
    """Whether the person runs this instance."""


class WebhookBody(TypedDict):
    """The body of a webhook, in the shape that Standard Webhooks recommends."""

    type: EventType
    timestamp: str
    """When it happened."""
    data: WebhookBodyData


class WebhookBodyData(TypedDict):
    event: Dict[str, Any]
    """As `GET /events` gives it, without the address it came from."""
    subject: Optional[Dict[str, Any]]
    """What it happened to, as it was then as far as the event tells, else as it was found."""
    trigger: WebhookBodyDataTrigger
    organization_id: str
    """The organization's id."""
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    passed_over: int
    """How often it was let pass since the last post, by `throttle_seconds`."""
    test: bool
    """Somebody pressed the test button."""


class WebhookBodyDataTrigger(TypedDict):
    id: str
    """Its id."""
    name: str
    """Its name."""


class WhoAmI(TypedDict):
    """Who the server takes the caller for."""

    auth_method: Literal["session", "api_key"]
    user: User
    organization: WhoAmIOrganization
    environment: Literal["live", "test"]
    """The workspace: `live`, or `test` to try things in."""
    api_key: Optional[ApiKey]
    scopes: List[ApiKeyScope]
    role: Literal["owner", "admin", "member", "viewer"]
    """What a member of the organization may do at all."""


class WhoAmIOrganization(TypedDict):
    id: str
    """Its id."""
    name: str
    """Its name."""
    role: Literal["owner", "admin", "member", "viewer"]
    """What a member of the organization may do at all."""

ApiKeyMutedAlert = Literal[
    "authentication_failed",
    "new_network",
    "quota_reached",
    "rotated_secret_used",
    "dead_key_used",
]

ApiKeyScope = Literal[
    "locations:read",
    "locations:write",
    "locations:delete",
    "bins:read",
    "bins:write",
    "bins:delete",
    "items:read",
    "items:write",
    "items:delete",
    "tasks:read",
    "tasks:write",
    "tasks:delete",
    "projects:read",
    "projects:write",
    "projects:delete",
    "triggers:read",
    "triggers:write",
    "events:read",
    "users:read",
    "users:write",
    "organizations:read",
    "organizations:write",
    "api-keys:manage",
    "admin:*",
]

ApiKeyStatus = Literal[
    "active",
    "disabled",
    "expired",
    "revoked",
    "rotating",
]

ApiKeysListStatus = Literal[
    "current",
    "ended",
    "all",
    "active",
    "disabled",
    "expired",
    "revoked",
    "rotating",
]

BinsGetField = Literal[
    "id",
    "code",
    "name",
    "location_id",
    "description",
    "tags",
    "color",
    "icon",
    "custom_fields",
    "version",
    "created_at",
    "updated_at",
    "deleted_at",
]

BinsItemsSort = Literal[
    "name",
    "-name",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "quantity",
    "-quantity",
    "expires_on",
    "-expires_on",
]

BinsListSort = Literal[
    "name",
    "-name",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
]

ContentKind = Literal[
    "site",
    "building",
    "room",
    "area",
    "shelf",
    "vehicle",
    "other",
]

DeliveryError = Literal[
    "http_status",
    "redirect",
    "timeout",
    "connection_refused",
    "connection_failed",
    "dns_failed",
    "tls_failed",
    "address_refused",
    "not_allowed_in_test",
    "bad_response",
    "secret_unreadable",
    "interrupted",
    "assignee_gone",
    "too_many_tasks",
    "task_failed",
]

EventType = Literal[
    "location.created",
    "location.updated",
    "location.moved",
    "location.deleted",
    "bin.created",
    "bin.updated",
    "bin.moved",
    "bin.deleted",
    "bin.restored",
    "item.created",
    "item.updated",
    "item.quantity_changed",
    "item.moved",
    "item.deleted",
    "item.restored",
    "item.low_stock",
    "item.restocked",
    "item.expiring",
    "code.reserved",
    "code.claimed",
    "code.released",
    "task.created",
    "task.updated",
    "task.completed",
    "task.deleted",
    "project.created",
    "project.updated",
    "project.deleted",
    "project.reserved",
    "project.released",
    "project.consumed",
    "trigger.created",
    "trigger.updated",
    "trigger.deleted",
    "trigger.secret_rotated",
    "trigger.disabled",
    "import.completed",
    "trash.purged",
    "api_key.created",
    "api_key.updated",
    "api_key.revoked",
    "api_key.rotated",
    "api_key.rotation_activated",
    "api_key.rotation_finished",
    "api_key.rotation_cancelled",
    "api_key.renewed",
    "api_key.expiring",
    "api_key.expired",
    "api_key.used_from_new_network",
    "api_key.authentication_failed",
    "api_key.quota_reached",
    "api_key.rotated_secret_used",
    "api_key.dead_key_used",
    "api_key.exposed",
    "hand_over.approved",
    "hand_over.refused",
    "member.invited",
    "member.joined",
    "member.updated",
    "member.removed",
    "organization.created",
    "organization.updated",
    "sandbox.reset",
]

ExplainedCallCheckCheck = Literal[
    "route",
    "credential",
    "key_state",
    "subject_state",
    "network",
    "environment",
    "rate_limit",
    "scope",
    "role",
    "bounds",
]

ExportsDownloadType = Literal[
    "items",
    "bins",
    "locations",
    "tasks",
    "projects",
]

HandOversBeginPreset = Literal[
    "read_only",
    "scanner",
    "home_automation",
    "backup",
    "full_access",
]

ImportStatus = Literal[
    "pending",
    "running",
    "done",
    "failed",
    "undone",
]

ItemsGetField = Literal[
    "id",
    "name",
    "bin_id",
    "location_id",
    "quantity",
    "reserved",
    "available",
    "unit",
    "min_quantity",
    "is_low",
    "barcodes",
    "sku",
    "external_id",
    "notes",
    "tags",
    "custom_fields",
    "expires_on",
    "serial_number",
    "model",
    "manufacturer",
    "version",
    "created_at",
    "updated_at",
    "deleted_at",
]

LabelsPrintFormat = Literal[
    "avery_l7160",
    "avery_l7163",
    "avery_l7651",
    "avery_5160",
    "avery_5163",
    "avery_22805",
    "dymo_99012",
    "brother_62mm",
]

ProblemCode = Literal[
    "malformed_json",
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
    "two_factor_required",
    "sign_in_failed",
    "insufficient_scope",
    "role_forbidden",
    "ip_not_allowed",
    "session_required",
    "recent_sign_in_required",
    "escalation_denied",
    "csrf_rejected",
    "plan_restricted",
    "not_found",
    "unknown_route",
    "environment_mismatch",
    "method_not_allowed",
    "conflict",
    "rotation_in_progress",
    "insufficient_stock",
    "idempotency_in_flight",
    "version_mismatch",
    "body_too_large",
    "unsupported_media_type",
    "validation_failed",
    "unknown_field",
    "limit_reached",
    "expiry_out_of_range",
    "idempotency_key_reused",
    "rate_limited",
    "auth_throttled",
    "internal",
    "unavailable",
]

ProjectsListSort = Literal[
    "name",
    "-name",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "due_on",
    "-due_on",
]

ScanScanAction = Literal[
    "lookup",
    "add",
    "remove",
    "count",
    "move",
    "create",
]

TasksListSort = Literal[
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "due_on",
    "-due_on",
    "title",
    "-title",
]

TriggerConditionOp = Literal[
    "eq",
    "neq",
    "lt",
    "lte",
    "gt",
    "gte",
    "in",
    "contains",
    "changed",
]

TriggersListSort = Literal[
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "name",
    "-name",
]

UndoneEventsSkippedReason = Literal[
    "changed_since",
    "already_undone",
    "not_undoable",
    "not_empty",
    "place_gone",
    "name_taken",
    "not_enough_stock",
    "limit_reached",
    "gone",
]
