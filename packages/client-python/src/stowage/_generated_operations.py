"""Written by `npm run gen api` from the API's document. Change the server's procedures."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Sequence, Union

from . import _generated_shapes as shapes
from ._caller import Caller
from ._files import FileAnswer, Upload
from ._given import NOT_GIVEN, Maybe, path_segment, with_commas
from ._paging import Pages
from ._streams import EventStream


class _Calls:
    def __init__(self, caller: Caller) -> None:
        self._caller = caller


class AccountCalls(_Calls):
    def get(
        self,
    ) -> shapes.Account:
        """
        Get the own account.

        The person's own account.

        Only for a person who is signed in: a key is refused with `session_required`.

        Problems: session_required.
        """
        return self._caller.json(
            "GET",
            "/auth/account",
        )

    def remove(
        self,
    ) -> shapes.AccountRemoveAnswer:
        """
        Delete the own account.

        Deletes the person. Keys that act as them end in the same transaction, and organizations that nobody
        else belongs to end with all that they hold. What the person did stays told.

        Only for a person who is signed in: a key is refused with `session_required`.

        Problems: session_required, recent_sign_in_required, csrf_rejected, conflict.
        """
        return self._caller.json(
            "DELETE",
            "/auth/account",
        )

    def update(
        self,
        *,
        name: Maybe[str] = NOT_GIVEN,
        timezone: Maybe[str] = NOT_GIVEN,
    ) -> shapes.Account:
        """
        Change the own account.

        Changes the person's name or time zone. Keys that name them have the new name from the next request
        on.

        Only for a person who is signed in: a key is refused with `session_required`.

        `name`: Its name.
        `timezone`: A time zone, such as `Europe/Vienna`.

        Problems: malformed_json, session_required, csrf_rejected, body_too_large, unsupported_media_type,
        validation_failed.
        """
        return self._caller.json(
            "PATCH",
            "/auth/account",
            body={
                "name": name,
                "timezone": timezone,
            },
        )


class ApiKeysCalls(_Calls):
    def cancel_rotation(
        self,
        id: str,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.ApiKey:
        """
        Take the new secret of a rotation back.

        Ends the new secret for good; the old one goes on without end.

        Needs `api-keys:manage`.

        `id`: Its id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, session_required, escalation_denied, csrf_rejected,
        conflict, idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/api-keys/{path_segment(id)}/rotation/cancel",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def create(
        self,
        *,
        name: str,
        description: Maybe[str] = NOT_GIVEN,
        scopes: Maybe[Sequence[shapes.ApiKeyScope]] = NOT_GIVEN,
        environment: Maybe[Literal["live", "test"]] = NOT_GIVEN,
        expires_at: Maybe[Optional[str]] = NOT_GIVEN,
        acts_as: Maybe[str] = NOT_GIVEN,
        location_ids: Maybe[Optional[Sequence[str]]] = NOT_GIVEN,
        allowed_cidrs: Maybe[Optional[Sequence[str]]] = NOT_GIVEN,
        rate_limit: Maybe[Optional[shapes.ApiKeysCreateRateLimit]] = NOT_GIVEN,
        auto_renew: Maybe[bool] = NOT_GIVEN,
        active: Maybe[bool] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.CreatedApiKey:
        """
        Create an API key.

        Makes a key that acts as its maker or, for admins, as another member. It is in no direction more than
        its maker. The secret stands in this answer and nowhere else.

        Needs `api-keys:manage`.

        `name`: Its name.
        `description`: More words about it.
        `scopes`: What it may do; without it, all that its maker may do.
        `environment`: Without it, the maker's own.
        `expires_at`: When it ends; null for never.
        `acts_as`: Whose rights it uses: one's own, or for admins another member's.
        `location_ids`: The places that the key is bound to, with all that is below them; null for
            everywhere.
        `allowed_cidrs`: The networks that the key may be used from; null for any.
        `rate_limit`: A limit below the plan's; null for the plan's.
        `auto_renew`: Prolong it by its original lifetime before it ends.
        `active`: False makes it disabled until it is set to true.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, recent_sign_in_required, escalation_denied, csrf_rejected,
        plan_restricted, conflict, idempotency_in_flight, body_too_large, unsupported_media_type,
        validation_failed, limit_reached, expiry_out_of_range, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/api-keys",
            body={
                "name": name,
                "description": description,
                "scopes": scopes,
                "environment": environment,
                "expires_at": expires_at,
                "acts_as": acts_as,
                "location_ids": location_ids,
                "allowed_cidrs": allowed_cidrs,
                "rate_limit": rate_limit,
                "auto_renew": auto_renew,
                "active": active,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def explain(
        self,
        *,
        method: str,
        path: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.ExplainedCall:
        """
        Explain whether a call would be allowed.

        Runs the checks of a call in their order, up to the first that fails, without the call. Nothing is
        counted, and nothing is logged but the question. What depends on the body, or on the state of what the
        path names, is not judged.

        Any key will do.

        `path`: With or without /api/v1, such as /bins/bin_01h455vb4pex5vsknk084sn02q.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, csrf_rejected, idempotency_in_flight, body_too_large,
        unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/api-keys/explain",
            body={
                "method": method,
                "path": path,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def finish_rotation(
        self,
        id: str,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.ApiKey:
        """
        End the old secret of a rotation.

        Ends the old secret now. A new one that was still waiting for its first use is the key's own from here
        on.

        Needs `api-keys:manage`.

        `id`: Its id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/api-keys/{path_segment(id)}/rotation/finish",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
    ) -> shapes.ApiKeyWithUsage:
        """
        Get an API key.

        One key with its use today and this month (UTC), its rotation if one goes on, and what would make it
        safer.

        Needs `api-keys:manage`.

        `id`: Its id.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/api-keys/{path_segment(id)}",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        status: Optional[shapes.ApiKeysListStatus] = None,
        environment: Optional[Literal["live", "test"]] = None,
        acts_as: Optional[str] = None,
        unused_for: Optional[str] = None,
        expires_within: Optional[str] = None,
        q: Optional[str] = None,
    ) -> Pages[shapes.ApiKeyRow]:
        """
        List API keys.

        Lists keys, newest first, each with its requests of the last 30 days. Admins see all of the
        organization's, others those they made or that act as them; people those of both environments, keys
        those of their own.

        Needs `api-keys:manage`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `status`: `current` is all but the ended, `ended` is revoked or expired.
        `environment`: The workspace: `live`, or `test` to try things in.
        `acts_as`: Only keys that act as this user.
        `unused_for`: Only keys without a call for so many days.
        `expires_within`: Only keys that end within so many days.
        `q`: Part of a name.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/api-keys",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "status": status,
                "environment": environment,
                "acts_as": acts_as,
                "unused_for": unused_for,
                "expires_within": expires_within,
                "q": q,
            },
        )

    def log(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        kind: Optional[Literal["request", "event"]] = None,
        outcome: Optional[Literal["succeeded", "refused", "failed"]] = None,
        endpoint: Optional[str] = None,
        ip: Optional[str] = None,
        since: Optional[str] = None,
        until: Optional[str] = None,
    ) -> Pages[shapes.KeyLogEntry]:
        """
        List the log of an API key.

        All that happened to a key and all that was done with it, newest first: its calls, the changes of the
        key itself, and for callers who may read events what it changed. A key that is bound to places sees no
        other key's calls, and no changes but those of keys.

        Needs `api-keys:manage`.

        `id`: Its id.
        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `kind`: Calls with the key, or changes of it.
        `outcome`: Only calls that ended so.
        `endpoint`: Only calls of this endpoint, such as `GET /bins`.
        `ip`: Only what came from this address.
        `since`: Only what happened at or after this time.
        `until`: Only what happened before this time.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            f"/api-keys/{path_segment(id)}/events",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "kind": kind,
                "outcome": outcome,
                "endpoint": endpoint,
                "ip": ip,
                "since": since,
                "until": until,
            },
        )

    def revoke(
        self,
        id: str,
    ) -> shapes.ApiKeysRevokeAnswer:
        """
        Revoke an API key.

        Ends a key for good. Revoking it again gives the same receipt. This server refuses the key from before
        the answer is sent; the others within a second.

        Needs `api-keys:manage`.

        `id`: Its id.

        Problems: insufficient_scope, csrf_rejected, conflict, validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/api-keys/{path_segment(id)}",
        )

    def revoke_current(
        self,
    ) -> shapes.ApiKeysRevokeAnswer:
        """
        Revoke the calling API key.

        A key ends itself, whatever its scopes.

        Any key will do.

        Problems: csrf_rejected.
        """
        return self._caller.json(
            "DELETE",
            "/api-keys/current",
        )

    def rotate(
        self,
        id: str,
        *,
        grace_seconds: Maybe[int] = NOT_GIVEN,
        activate: Maybe[Literal["now", "first_use"]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.CreatedApiKey:
        """
        Rotate an API key.

        Gives a key a new secret; its id, rights and history stay. The old secret dies at once unless a grace
        is asked for, and with `activate: "first_use"` only once the new one is used. Of several at once, one
        succeeds.

        Needs `api-keys:manage`.

        `id`: Its id.
        `grace_seconds`: How long the old secret goes on working; never past the key's end.
        `activate`: `first_use` lets the old secret work until the new one is used; then the grace begins.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, recent_sign_in_required, escalation_denied,
        csrf_rejected, conflict, rotation_in_progress, idempotency_in_flight, body_too_large,
        unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/api-keys/{path_segment(id)}/rotate",
            body={
                "grace_seconds": grace_seconds,
                "activate": activate,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def update(
        self,
        id: str,
        *,
        name: Maybe[str] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        scopes: Maybe[Sequence[shapes.ApiKeyScope]] = NOT_GIVEN,
        expires_at: Maybe[Optional[str]] = NOT_GIVEN,
        location_ids: Maybe[Optional[Sequence[str]]] = NOT_GIVEN,
        allowed_cidrs: Maybe[Optional[Sequence[str]]] = NOT_GIVEN,
        rate_limit: Maybe[Optional[shapes.ApiKeysCreateRateLimit]] = NOT_GIVEN,
        auto_renew: Maybe[bool] = NOT_GIVEN,
        muted_alerts: Maybe[Sequence[shapes.ApiKeyMutedAlert]] = NOT_GIVEN,
        active: Maybe[bool] = NOT_GIVEN,
    ) -> shapes.ApiKey:
        """
        Change, disable or enable an API key.

        Changes a key; its secret stays. Fields that are not sent stay. Whoever sees a key may narrow it.

        Needs `api-keys:manage`.

        `id`: Its id.
        `name`: Its name.
        `description`: More words about it.
        `scopes`: Replaces all of its scopes.
        `expires_at`: A new end; null for never.
        `location_ids`: The places that the key is bound to, with all that is below them; null for
            everywhere.
        `allowed_cidrs`: The networks that the key may be used from; null for any.
        `rate_limit`: A limit below the plan's; null for the plan's.
        `muted_alerts`: Alerts that nobody wants of this key.
        `active`: False disables it until it is set to true again.

        Problems: malformed_json, insufficient_scope, session_required, recent_sign_in_required,
        escalation_denied, csrf_rejected, plan_restricted, conflict, body_too_large, unsupported_media_type,
        validation_failed, expiry_out_of_range.
        """
        return self._caller.json(
            "PATCH",
            f"/api-keys/{path_segment(id)}",
            body={
                "name": name,
                "description": description,
                "scopes": scopes,
                "expires_at": expires_at,
                "location_ids": location_ids,
                "allowed_cidrs": allowed_cidrs,
                "rate_limit": rate_limit,
                "auto_renew": auto_renew,
                "muted_alerts": muted_alerts,
                "active": active,
            },
        )

    def usage(
        self,
        id: str,
        *,
        days: Optional[int] = None,
    ) -> shapes.KeyUsage:
        """
        Chart the use of an API key.

        What a key was used for, by UTC day, outcome, endpoint and network, up to the last second or so. Every
        day stands in it, also one without calls.

        Needs `api-keys:manage`.

        `id`: Its id.
        `days`: How many UTC days, today included.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/api-keys/{path_segment(id)}/usage",
            query={
                "days": days,
            },
        )


class AuthCalls(_Calls):
    def change_password(
        self,
        *,
        current_password: str,
        new_password: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.AuthChangePasswordAnswer:
        """
        Change the password.

        Changes the password. The person's other sessions end with it, and this one goes on under a new
        cookie.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, sign_in_failed, session_required, recent_sign_in_required, csrf_rejected,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/password",
            body={
                "current_password": current_password,
                "new_password": new_password,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def confirm(
        self,
        *,
        password: str,
        code: Maybe[str] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.AuthConfirmAnswer:
        """
        Confirm with the password.

        Proves the person once more, so that what is delicate may be done for 15 minutes.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, two_factor_required, sign_in_failed, session_required, csrf_rejected,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/confirm",
            body={
                "password": password,
                "code": code,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def session(
        self,
    ) -> shapes.SessionState:
        """
        Tell who is signed in.

        Who is signed in here, if anybody. Never an error: signed out is an answer.

        Open to all.
        """
        return self._caller.json(
            "GET",
            "/auth/session",
        )

    def sign_in(
        self,
        *,
        email: str,
        password: str,
        code: Maybe[str] = NOT_GIVEN,
    ) -> shapes.SessionState:
        """
        Sign in.

        Signs a person in and sets the session cookie. An unknown account takes as long as a wrong password
        and answers the same; that an account has a second factor is told to whoever knows its password.

        Open to all.

        `email`: The person's address for mail.
        `code`: Of the second factor, for accounts that have one.

        Problems: malformed_json, two_factor_required, sign_in_failed, csrf_rejected, body_too_large,
        unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "POST",
            "/auth/sign-in",
            body={
                "email": email,
                "password": password,
                "code": code,
            },
        )

    def sign_out(
        self,
    ) -> shapes.AuthSignOutAnswer:
        """
        Sign out.

        Ends this browser's session. Signing out twice is no error.

        Open to all.

        Problems: malformed_json, csrf_rejected, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "POST",
            "/auth/sign-out",
        )

    def sign_up(
        self,
        *,
        email: str,
        password: str,
        name: str,
        invitation: Maybe[str] = NOT_GIVEN,
    ) -> shapes.SessionState:
        """
        Sign up.

        Makes an account and signs it in: with an organization of its own, live and test, or by an invitation
        in that one. By default only the first user of an instance may, and who is invited.

        Open to all.

        `email`: The person's address for mail.
        `name`: Its name.
        `invitation`: The token of an invitation: the account joins that organization instead of a new
            one.

        Problems: malformed_json, csrf_rejected, conflict, body_too_large, unsupported_media_type,
        validation_failed.
        """
        return self._caller.json(
            "POST",
            "/auth/sign-up",
            body={
                "email": email,
                "password": password,
                "name": name,
                "invitation": invitation,
            },
        )

    def switch_organization(
        self,
        *,
        organization_id: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.SessionState:
        """
        Switch to another organization.

        Sets where this browser works when a request names no organization.

        Only for a person who is signed in: a key is refused with `session_required`.

        `organization_id`: The organization's id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, csrf_rejected, idempotency_in_flight, body_too_large,
        unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/session/organization",
            body={
                "organization_id": organization_id,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class BinsCalls(_Calls):
    def bulk(
        self,
        *,
        operations: Sequence[Union[shapes.BinsBulkOperationCreate, shapes.BinsBulkOperationUpdate, shapes.BinsBulkOperationDelete, shapes.BinsBulkOperationMove, shapes.BinsBulkOperationRestore]],
        atomic: Maybe[bool] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.BulkAnswer:
        """
        Write many bins at once.

        Up to 500 operations on bins, in their order and in one transaction. Each ends as its single call
        would; atomic, they are done all or none.

        Needs `bins:write`.

        `atomic`: All or nothing; else each operation that can be done is done.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type, validation_failed,
        limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/bins/bulk",
            body={
                "operations": operations,
                "atomic": atomic,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def create(
        self,
        *,
        name: str,
        location_id: Maybe[Optional[str]] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        tags: Maybe[Sequence[str]] = NOT_GIVEN,
        color: Maybe[Optional[str]] = NOT_GIVEN,
        icon: Maybe[Optional[str]] = NOT_GIVEN,
        custom_fields: Maybe[Dict[str, Optional[Union[str, float, bool]]]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Bin:
        """
        Create a bin.

        Creates a bin and gives it a label code.

        Needs `bins:write`.

        `name`: Its name.
        `location_id`: Where it stands; null for nowhere in particular.
        `description`: More words about it.
        `tags`: Words to find it by, distinct and in the order in which they were given.
        `color`: A color, as `#rrggbb`.
        `icon`: The name of an icon.
        `custom_fields`: Values of your own, by name.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed, limit_reached,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/bins",
            body={
                "name": name,
                "location_id": location_id,
                "description": description,
                "tags": tags,
                "color": color,
                "icon": icon,
                "custom_fields": custom_fields,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
        *,
        fields: Optional[Sequence[shapes.BinsGetField]] = None,
        include: Optional[Sequence[Literal["location_path", "item_count"]]] = None,
    ) -> shapes.BinView:
        """
        Get a bin.

        One bin, by its id or the code on its label.

        Needs `bins:read`.

        `id`: The bin's id or the code on its label.
        `fields`: Only these members of each object, and the id.
        `include`: More members, looked up for this answer.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/bins/{path_segment(id)}",
            query={
                "fields": with_commas(fields),
                "include": with_commas(include),
            },
        )

    def items(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.BinsItemsSort] = None,
        q: Optional[str] = None,
        tag: Optional[Sequence[str]] = None,
        low_stock: Optional[bool] = None,
        expiring_before: Optional[str] = None,
        updated_since: Optional[str] = None,
        barcode: Optional[str] = None,
        external_id: Optional[str] = None,
        sku: Optional[str] = None,
        custom: Optional[Sequence[str]] = None,
        deleted: Optional[bool] = None,
        fields: Optional[Sequence[shapes.ItemsGetField]] = None,
        include: Optional[Sequence[Literal["location_path", "bin"]]] = None,
    ) -> Pages[shapes.ItemView]:
        """
        List what is in a bin.

        Lists the items in a bin, with the filters of all items.

        Needs `bins:read`, `items:read`.

        `id`: The bin's id or the code on its label.
        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `q`: Part of a name, note, tag, SKU or barcode.
        `tag`: Repeat it for items that have all of the tags.
        `low_stock`: Only items of which there is too little, or enough.
        `expiring_before`: Only items that expire before this day; expired ones too.
        `updated_since`: Only items changed at or after this time.
        `barcode`: A code on the thing or its package.
        `external_id`: Your own name for it.
        `sku`: The number under which it is sold or kept.
        `custom`: Only items whose custom field has this value: `key=value`; on REST also
            `custom.<key>=<value>`.
        `deleted`: The trash instead of what is kept.
        `fields`: Only these members of each object, and the id.
        `include`: More members, looked up for this answer.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            f"/bins/{path_segment(id)}/items",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "q": q,
                "tag": tag,
                "low_stock": low_stock,
                "expiring_before": expiring_before,
                "updated_since": updated_since,
                "barcode": barcode,
                "external_id": external_id,
                "sku": sku,
                "custom": custom,
                "deleted": deleted,
                "fields": with_commas(fields),
                "include": with_commas(include),
            },
        )

    def label_png(
        self,
        id: str,
        *,
        size: Optional[int] = None,
        text: Optional[bool] = None,
    ) -> FileAnswer:
        """
        Draw a bin's label as PNG.

        A bin's label as PNG: the QR code that leads to it, its name and its code.

        Needs `bins:read`.

        `id`: The bin's id or the code on its label.
        `size`: Width in pixels (PNG) or user units (SVG).
        `text`: Print name and code beside the QR code.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.file(
            "GET",
            f"/bins/{path_segment(id)}/label.png",
            query={
                "size": size,
                "text": text,
            },
        )

    def label_svg(
        self,
        id: str,
        *,
        size: Optional[int] = None,
        text: Optional[bool] = None,
    ) -> FileAnswer:
        """
        Draw a bin's label as SVG.

        A bin's label as SVG: the QR code that leads to it, its name and its code.

        Needs `bins:read`.

        `id`: The bin's id or the code on its label.
        `size`: Width in pixels (PNG) or user units (SVG).
        `text`: Print name and code beside the QR code.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.file(
            "GET",
            f"/bins/{path_segment(id)}/label.svg",
            query={
                "size": size,
                "text": text,
            },
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.BinsListSort] = None,
        q: Optional[str] = None,
        location_id: Optional[str] = None,
        recursive: Optional[bool] = None,
        tag: Optional[Sequence[str]] = None,
        updated_since: Optional[str] = None,
        deleted: Optional[bool] = None,
        fields: Optional[Sequence[shapes.BinsGetField]] = None,
        include: Optional[Sequence[Literal["location_path", "item_count"]]] = None,
    ) -> Pages[shapes.BinView]:
        """
        List bins.

        Lists bins, the last changed first; those in the trash are left out.

        Needs `bins:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `q`: Part of a name, description, tag or code.
        `location_id`: Only bins that stand directly in this place.
        `recursive`: With `location_id`: also those in all places below it.
        `tag`: Repeat it for bins that have all of the tags.
        `updated_since`: Only bins changed at or after this time.
        `deleted`: The trash instead of what is kept.
        `fields`: Only these members of each object, and the id.
        `include`: More members, looked up for this answer.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            "/bins",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "q": q,
                "location_id": location_id,
                "recursive": recursive,
                "tag": tag,
                "updated_since": updated_since,
                "deleted": deleted,
                "fields": with_commas(fields),
                "include": with_commas(include),
            },
        )

    def remove(
        self,
        id: str,
        *,
        if_version: Optional[int] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.BinsRemoveAnswer:
        """
        Delete a bin.

        Puts an empty bin into the trash.

        Needs `bins:delete`.

        `id`: The bin's id or the code on its label.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, version_mismatch,
        validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/bins/{path_segment(id)}",
            query={
                "if_version": if_version,
            },
            if_match=if_match,
        )

    def restore(
        self,
        id: str,
        *,
        if_version: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Bin:
        """
        Restore a bin from the trash.

        Takes a bin out of the trash, to where it stood. One that is not in the trash stays as it is.

        Needs `bins:write`.

        `id`: The bin's id or the code on its label.
        `if_version`: Write only if the object still has this version.
        `idempotency_key`: A name of your own for this call, instead of a random one.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type, validation_failed,
        limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/bins/{path_segment(id)}/restore",
            body={
                "if_version": if_version,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
            if_match=if_match,
        )

    def update(
        self,
        id: str,
        *,
        name: Maybe[str] = NOT_GIVEN,
        location_id: Maybe[Optional[str]] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        tags: Maybe[Sequence[str]] = NOT_GIVEN,
        color: Maybe[Optional[str]] = NOT_GIVEN,
        icon: Maybe[Optional[str]] = NOT_GIVEN,
        custom_fields: Maybe[Dict[str, Optional[Union[str, float, bool]]]] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Bin:
        """
        Change or move a bin.

        Changes a bin; a new `location_id` moves it with everything in it. Fields that are not sent stay.

        Needs `bins:write`.

        `id`: The bin's id or the code on its label.
        `name`: Its name.
        `location_id`: Where it stands; null for nowhere in particular.
        `description`: More words about it.
        `tags`: Words to find it by, distinct and in the order in which they were given.
        `color`: A color, as `#rrggbb`.
        `icon`: The name of an icon.
        `custom_fields`: Values of your own, by name.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        version_mismatch, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/bins/{path_segment(id)}",
            body={
                "name": name,
                "location_id": location_id,
                "description": description,
                "tags": tags,
                "color": color,
                "icon": icon,
                "custom_fields": custom_fields,
                "if_version": if_version,
            },
            if_match=if_match,
        )


class CodesCalls(_Calls):
    def claim(
        self,
        code: str,
        *,
        target_type: Literal["bin", "item", "location"],
        target_id: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.ResolvedCode:
        """
        Put a blank label on something.

        Puts a blank label on a bin, an item or a place. Of many who try at once, exactly one succeeds; doing
        it again changes nothing. A bin goes by its newest label, and older ones still lead to it.

        Needs `bins:write`.

        `code`: As printed, or as typed: case, spaces and dashes do not matter.
        `target_type`: What kind of thing the code stands on.
        `target_id`: The id of what the code stands on.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/codes/{path_segment(code)}/claim",
            body={
                "target_type": target_type,
                "target_id": target_id,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        code: str,
    ) -> shapes.ResolvedCode:
        """
        Look up a label.

        What a label stands on.

        Needs `bins:read`.

        `code`: As printed, or as typed: case, spaces and dashes do not matter.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/codes/{path_segment(code)}",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        batch_id: Optional[str] = None,
        claimed: Optional[bool] = None,
        target_id: Optional[str] = None,
    ) -> Pages[shapes.LabelCode]:
        """
        List labels.

        Lists labels, the newest first: blank ones, and those on what the caller can reach.

        Needs `bins:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `batch_id`: The name of the sheet that it was printed on.
        `claimed`: Only labels that stand on something; false for blank ones.
        `target_id`: Only the labels of this thing.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            "/codes",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "batch_id": batch_id,
                "claimed": claimed,
                "target_id": target_id,
            },
        )

    def reserve(
        self,
        *,
        count: int,
        batch: Maybe[str] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.CodesReserveAnswer:
        """
        Reserve blank labels.

        Makes codes for labels that stand on nothing yet. A batch of a name that is there already grows.

        Needs `bins:write`.

        `batch`: A name for the sheet, such as its date; without it one is made.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/codes",
            body={
                "count": count,
                "batch": batch,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class DeliveriesCalls(_Calls):
    def get(
        self,
        id: str,
    ) -> shapes.DeliveryView:
        """
        Get a delivery.

        One delivery with what was sent and each attempt. It is kept for 30 days after it has ended.

        Needs `triggers:read`.

        `id`: Its id.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/deliveries/{path_segment(id)}",
        )

    def retry(
        self,
        id: str,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.DeliveryView:
        """
        Retry a delivery.

        Tries a delivery that has ended once more, under the same `webhook-id` and with the same body, as
        often as a new one.

        Needs `triggers:write`.

        `id`: Its id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/deliveries/{path_segment(id)}/retry",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class EventsCalls(_Calls):
    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        after: Optional[int] = None,
        type: Optional[str] = None,
        subject_id: Optional[str] = None,
        api_key_id: Optional[str] = None,
        user_id: Optional[str] = None,
        since: Optional[str] = None,
        wait: Optional[int] = None,
    ) -> Pages[shapes.Event]:
        """
        List events.

        Lists what happened, newest first; with `after`, what came after that `seq`, oldest first. With
        `wait`, an empty answer comes only once that time is over, or the server stops.

        Needs `events:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `after`: Only events with a higher `seq`, oldest first. Without it, newest first.
        `type`: Only events of this type, such as `item.updated`, or `item.*` for all of items.
        `subject_id`: The id of what it is about.
        `api_key_id`: The key's id.
        `user_id`: The person's id.
        `since`: Only what happened at or after this time.
        `wait`: Seconds to wait for such an event while there is none: with `after`, for the next.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/events",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "after": after,
                "type": type,
                "subject_id": subject_id,
                "api_key_id": api_key_id,
                "user_id": user_id,
                "since": since,
                "wait": wait,
            },
        )

    def stream(
        self,
        *,
        type: Optional[str] = None,
        subject_id: Optional[str] = None,
        api_key_id: Optional[str] = None,
        user_id: Optional[str] = None,
        after: Optional[int] = None,
        limit_seconds: Optional[int] = None,
    ) -> EventStream[shapes.Event]:
        """
        Follow events.

        Tells what happens as it happens, as server-sent events: each with its `seq` as the `id`, so that a
        reader who comes again with `Last-Event-ID` misses nothing. It ends when the caller may not follow any
        more, with nothing told after.

        Needs `events:read`.

        `type`: Only events of this type, such as `item.updated`, or `item.*` for all of items.
        `subject_id`: The id of what it is about.
        `api_key_id`: The key's id.
        `user_id`: The person's id.
        `after`: Begin after this `seq`; `Last-Event-ID` goes before it. Without either, begin with what
            comes.
        `limit_seconds`: End after so many seconds; 0 for what there is. Without it, the stream has no
            end.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.stream(
            "/events/stream",
            {
                "type": type,
                "subject_id": subject_id,
                "api_key_id": api_key_id,
                "user_id": user_id,
                "after": after,
                "limit_seconds": limit_seconds,
            },
        )

    def undo(
        self,
        *,
        api_key_id: Maybe[str] = NOT_GIVEN,
        user_id: Maybe[str] = NOT_GIVEN,
        event_seqs: Maybe[Sequence[int]] = NOT_GIVEN,
        since: Maybe[str] = NOT_GIVEN,
        dry_run: Maybe[bool] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.UndoneEvents:
        """
        Put back what a key or a person did.

        Puts back what a key or a person did, or events by their `seq`, newest first and in one transaction;
        what others have changed since stays, and is listed with the reason. It takes the scopes of what is
        put back: `write` of each noun, and `delete` where a creation is taken back.

        Needs `events:read`.

        `api_key_id`: The key's id.
        `user_id`: What the person did signed in; what their keys did is theirs.
        `dry_run`: Say what would happen, and change nothing.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/events/undo",
            body={
                "api_key_id": api_key_id,
                "user_id": user_id,
                "event_seqs": event_seqs,
                "since": since,
                "dry_run": dry_run,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class ExportsCalls(_Calls):
    def download(
        self,
        *,
        format: Optional[Literal["ndjson", "csv"]] = None,
        type: Optional[shapes.ExportsDownloadType] = None,
    ) -> FileAnswer:
        """
        Export everything.

        Everything in the caller's reach but the trash, as of one moment, as a stream. NDJSON ends with a line
        that counts the others; what fails on the way breaks the answer off.

        Needs `locations:read`, `bins:read`, `items:read`, `tasks:read`, `projects:read`.

        `format`: What kind of file.
        `type`: The kind of rows of a CSV.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.file(
            "GET",
            "/export",
            query={
                "format": format,
                "type": type,
            },
        )


class HandOversCalls(_Calls):
    def approve(
        self,
        *,
        user_code: str,
        scopes: Sequence[shapes.ApiKeyScope],
        environment: Literal["live", "test"],
        expires_at: Maybe[Optional[str]] = NOT_GIVEN,
        location_ids: Maybe[Optional[Sequence[str]]] = NOT_GIVEN,
        allowed_cidrs: Maybe[Optional[Sequence[str]]] = NOT_GIVEN,
        rate_limit: Maybe[Optional[shapes.ApiKeysCreateRateLimit]] = NOT_GIVEN,
        auto_renew: Maybe[bool] = NOT_GIVEN,
        name: Maybe[str] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.HandOver:
        """
        Let a program have a key.

        Lets a program have a key of this organization, on the terms given here and not on those it wished
        for. The key is made when the program collects it, with the rights that its approver has by then. A
        key approves nothing.

        Only for a person who is signed in: a key is refused with `session_required`.

        `scopes`: What the key may do, whatever was asked for.
        `environment`: The workspace: `live`, or `test` to try things in.
        `expires_at`: When it ends; null for never.
        `location_ids`: The places that the key is bound to, with all that is below them; null for
            everywhere.
        `allowed_cidrs`: The networks that the key may be used from; null for any.
        `rate_limit`: A limit below the plan's; null for the plan's.
        `auto_renew`: Prolong it by its original lifetime before it ends.
        `name`: The key's name; without it, the program's.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, recent_sign_in_required, escalation_denied, csrf_rejected,
        plan_restricted, idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        expiry_out_of_range, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/hand-overs/approve",
            body={
                "user_code": user_code,
                "scopes": scopes,
                "environment": environment,
                "expires_at": expires_at,
                "location_ids": location_ids,
                "allowed_cidrs": allowed_cidrs,
                "rate_limit": rate_limit,
                "auto_renew": auto_renew,
                "name": name,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def begin(
        self,
        *,
        client_name: str,
        scopes: Maybe[Sequence[shapes.ApiKeyScope]] = NOT_GIVEN,
        preset: Maybe[shapes.HandOversBeginPreset] = NOT_GIVEN,
        environment: Maybe[Literal["live", "test"]] = NOT_GIVEN,
    ) -> shapes.BegunHandOver:
        """
        Ask a person for an API key.

        A program asks for a key. It shows `user_code` and the page to type it on to its person, and asks
        `POST /hand-overs/collect` until they have decided. What it asks for is a wish, and gives it nothing.

        Open to all.

        `client_name`: What asks, in words that its person knows: `Stowage CLI on ada-laptop`.
        `scopes`: What it would like to do; without it, the person chooses.
        `preset`: A ready choice of scopes, beside those that are named.
        `environment`: Whose data it is for; without it, the person chooses.

        Problems: malformed_json, csrf_rejected, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "POST",
            "/hand-overs",
            body={
                "client_name": client_name,
                "scopes": scopes,
                "preset": preset,
                "environment": environment,
            },
        )

    def collect(
        self,
        *,
        device_code: str,
    ) -> shapes.CollectedHandOver:
        """
        Collect an API key.

        Tells a program what was decided, and gives it its key, once. The key is made in this moment, by the
        rights that its approver has now, and only while the session lasts that approved it; so no secret
        waits anywhere to be fetched.

        Open to all.

        Problems: malformed_json, escalation_denied, csrf_rejected, plan_restricted, body_too_large,
        unsupported_media_type, validation_failed, limit_reached, expiry_out_of_range.
        """
        return self._caller.json(
            "POST",
            "/hand-overs/collect",
            body={
                "device_code": device_code,
            },
        )

    def look(
        self,
        *,
        user_code: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.HandOver:
        """
        Look at who asks for a key.

        Who asks for a key under a code, and for what.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, csrf_rejected, idempotency_in_flight, body_too_large,
        unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/hand-overs/look",
            body={
                "user_code": user_code,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def refuse(
        self,
        *,
        user_code: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.HandOver:
        """
        Refuse a program a key.

        Lets a program go without a key. It is told when it asks next, and its code is used up.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, csrf_rejected, idempotency_in_flight, body_too_large,
        unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/hand-overs/refuse",
            body={
                "user_code": user_code,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class ImportsCalls(_Calls):
    def create(
        self,
        file: Upload,
        *,
        media_type: Optional[Literal["text/csv", "application/x-ndjson"]] = None,
        dry_run: Optional[bool] = None,
        wait: Optional[bool] = None,
        filename: Optional[str] = None,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Import:
        """
        Import a file.

        Brings in a file, all of it or nothing: rows with the id, external id or label of a thing that is
        there change it, the others are new. The file is kept until that is done, so that what a stopped
        server left can be resumed.

        Needs `locations:write`, `bins:write`, `items:write`, `tasks:write`, `projects:write`.

        `file`: Text, bytes, a `pathlib.Path` or an open file.
        `media_type`: What it is; known by itself for a file whose name says so.
        `dry_run`: Check every row, and write nothing.
        `wait`: Answer when it is done; else at once, to be followed by GET /imports/{id}.
        `filename`: The name that the file came under.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.upload(
            "POST",
            "/import",
            file=file,
            media_type=media_type,
            media_types=("text/csv", "application/x-ndjson"),
            query={
                "dry_run": dry_run,
                "wait": wait,
                "filename": filename,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
    ) -> shapes.Import:
        """
        Get an import.

        How far an import is, and what came of it. A bounded key sees its own.

        Needs `items:read`.

        `id`: Its id.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/imports/{path_segment(id)}",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.Import]:
        """
        List imports.

        The imports of the last 30 days, the newest first. A bounded key sees its own.

        Needs `items:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/imports",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )

    def resume(
        self,
        id: str,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Import:
        """
        Resume an import that was cut off.

        Runs an import from its beginning that a stopped server left; nothing of it was written. It answers at
        once, to be followed by GET /imports/{id}.

        Needs `locations:write`, `bins:write`, `items:write`, `tasks:write`, `projects:write`.

        `id`: Its id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/imports/{path_segment(id)}/resume",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def undo(
        self,
        id: str,
        *,
        dry_run: Maybe[bool] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.UndoneImport:
        """
        Put back what an import did.

        Puts back what an import did, in one transaction; what others have changed since stays, and is listed
        with the reason. It takes the scopes of what is put back: to take back what is new is to delete.

        Needs `locations:write`, `bins:write`, `items:write`, `tasks:write`, `projects:write`.

        `id`: Its id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/imports/{path_segment(id)}/undo",
            body={
                "dry_run": dry_run,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class InstanceUsersCalls(_Calls):
    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        q: Optional[str] = None,
    ) -> Pages[shapes.InstanceUser]:
        """
        List the accounts of this instance.

        The accounts of this instance, for its admin.

        Only for a person who is signed in: a key is refused with `session_required`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `q`: Part of a name or an address.

        Problems: session_required, validation_failed.
        """
        return self._caller.pages(
            "/instance/users",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "q": q,
            },
        )

    def update(
        self,
        id: str,
        *,
        active: Maybe[bool] = NOT_GIVEN,
    ) -> shapes.InstanceUser:
        """
        Disable or enable an account.

        Disables an account of this instance, or enables it again. The person's sessions end, and keys that
        act as them are refused for as long as it lasts: by this server from before the answer is sent, by the
        others within a second.

        Only for a person who is signed in: a key is refused with `session_required`.

        `id`: Its id.
        `active`: False disables the account until it is set to true again.

        Problems: malformed_json, session_required, recent_sign_in_required, csrf_rejected, conflict,
        body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/instance/users/{path_segment(id)}",
            body={
                "active": active,
            },
        )


class InvitationsCalls(_Calls):
    def accept(
        self,
        *,
        token: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Organization:
        """
        Accept an invitation.

        Joins the organization of an invitation.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/invitations/accept",
            body={
                "token": token,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.Invitation]:
        """
        List invitations.

        The invitations that can still be accepted, newest first.

        Needs `users:write`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/invitations",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )

    def look(
        self,
        *,
        token: str,
    ) -> shapes.InvitationPreview:
        """
        Look at an invitation.

        Where an invitation leads, for whoever has its link.

        Open to all.

        Problems: malformed_json, csrf_rejected, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "POST",
            "/invitations/look",
            body={
                "token": token,
            },
        )

    def remove(
        self,
        id: str,
    ) -> shapes.InvitationsRemoveAnswer:
        """
        Take an invitation back.

        Takes an invitation back.

        Needs `users:write`.

        `id`: Its id.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/invitations/{path_segment(id)}",
        )


class ItemsCalls(_Calls):
    def adjust(
        self,
        id: str,
        *,
        delta: Maybe[float] = NOT_GIVEN,
        count: Maybe[float] = NOT_GIVEN,
        reason: Maybe[str] = NOT_GIVEN,
        if_quantity: Maybe[float] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.AdjustedItem:
        """
        Adjust an item's quantity.

        Adds to, takes from, or counts an item's stock, in one step that no other write can come between. A
        count that finds what was there already records nothing.

        Needs `items:write`.

        `id`: Its id.
        `delta`: What comes (positive) or goes (negative).
        `count`: What was counted: the new quantity.
        `if_quantity`: Adjust only if this is still the quantity; else 409 `conflict`.
        `if_version`: Write only if the object still has this version.
        `idempotency_key`: A name of your own for this call, instead of a random one.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        insufficient_stock, idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type,
        validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/items/{path_segment(id)}/adjust",
            body={
                "delta": delta,
                "count": count,
                "reason": reason,
                "if_quantity": if_quantity,
                "if_version": if_version,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
            if_match=if_match,
        )

    def bulk(
        self,
        *,
        operations: Sequence[Union[shapes.BinsBulkOperationCreate, shapes.BinsBulkOperationUpdate, shapes.BinsBulkOperationDelete, shapes.ItemsBulkOperationAdjust, shapes.BinsBulkOperationMove, shapes.BinsBulkOperationRestore, shapes.ItemsBulkOperationUpsert]],
        atomic: Maybe[bool] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.BulkAnswer:
        """
        Write many items at once.

        Up to 500 operations on items, in their order and in one transaction. Each ends as its single call
        would; atomic, they are done all or none.

        Needs `items:write`.

        `atomic`: All or nothing; else each operation that can be done is done.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        insufficient_stock, idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type,
        validation_failed, limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/items/bulk",
            body={
                "operations": operations,
                "atomic": atomic,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def create(
        self,
        *,
        name: str,
        bin_id: Maybe[Optional[str]] = NOT_GIVEN,
        location_id: Maybe[Optional[str]] = NOT_GIVEN,
        quantity: Maybe[float] = NOT_GIVEN,
        unit: Maybe[str] = NOT_GIVEN,
        min_quantity: Maybe[Optional[float]] = NOT_GIVEN,
        barcodes: Maybe[Sequence[str]] = NOT_GIVEN,
        sku: Maybe[Optional[str]] = NOT_GIVEN,
        external_id: Maybe[Optional[str]] = NOT_GIVEN,
        notes: Maybe[str] = NOT_GIVEN,
        tags: Maybe[Sequence[str]] = NOT_GIVEN,
        custom_fields: Maybe[Dict[str, Optional[Union[str, float, bool]]]] = NOT_GIVEN,
        expires_on: Maybe[Optional[str]] = NOT_GIVEN,
        serial_number: Maybe[Optional[str]] = NOT_GIVEN,
        model: Maybe[Optional[str]] = NOT_GIVEN,
        manufacturer: Maybe[Optional[str]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Item:
        """
        Create an item.

        Creates an item in a bin, in a location, or, without either, in the inbox.

        Needs `items:write`.

        `name`: Its name.
        `bin_id`: The id of the bin that it is in.
        `location_id`: The id of the place that it is in.
        `unit`: What its quantity counts, such as `pcs`.
        `min_quantity`: At or below it the item is low; null for never.
        `barcodes`: Codes on the thing or its package, to find it by.
        `sku`: The number under which it is sold or kept.
        `external_id`: Another system's id for it, unique in the workspace.
        `notes`: Whatever is worth knowing of it.
        `tags`: Words to find it by, distinct and in the order in which they were given.
        `custom_fields`: Values of your own, by name.
        `expires_on`: The day on which it expires.
        `serial_number`: The number of this one piece.
        `model`: What its maker calls it.
        `manufacturer`: Who made it.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed, limit_reached,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/items",
            body={
                "name": name,
                "bin_id": bin_id,
                "location_id": location_id,
                "quantity": quantity,
                "unit": unit,
                "min_quantity": min_quantity,
                "barcodes": barcodes,
                "sku": sku,
                "external_id": external_id,
                "notes": notes,
                "tags": tags,
                "custom_fields": custom_fields,
                "expires_on": expires_on,
                "serial_number": serial_number,
                "model": model,
                "manufacturer": manufacturer,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
        *,
        fields: Optional[Sequence[shapes.ItemsGetField]] = None,
        include: Optional[Sequence[Literal["location_path", "bin"]]] = None,
    ) -> shapes.ItemView:
        """
        Get an item.

        One item.

        Needs `items:read`.

        `id`: Its id.
        `fields`: Only these members of each object, and the id.
        `include`: More members, looked up for this answer.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/items/{path_segment(id)}",
            query={
                "fields": with_commas(fields),
                "include": with_commas(include),
            },
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.BinsItemsSort] = None,
        q: Optional[str] = None,
        bin_id: Optional[str] = None,
        location_id: Optional[str] = None,
        recursive: Optional[bool] = None,
        inbox: Optional[bool] = None,
        tag: Optional[Sequence[str]] = None,
        low_stock: Optional[bool] = None,
        expiring_before: Optional[str] = None,
        updated_since: Optional[str] = None,
        barcode: Optional[str] = None,
        external_id: Optional[str] = None,
        sku: Optional[str] = None,
        custom: Optional[Sequence[str]] = None,
        deleted: Optional[bool] = None,
        fields: Optional[Sequence[shapes.ItemsGetField]] = None,
        include: Optional[Sequence[Literal["location_path", "bin"]]] = None,
    ) -> Pages[shapes.ItemView]:
        """
        List items.

        Lists items, the last changed first; those in the trash are left out.

        Needs `items:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `q`: Part of a name, note, tag, SKU or barcode.
        `bin_id`: The bin's id or the code on its label.
        `location_id`: Only items that lie directly in this place.
        `recursive`: With `location_id`: also what lies in its bins, and in all places below it.
        `inbox`: Only items that lie nowhere yet; false for those that have a place.
        `tag`: Repeat it for items that have all of the tags.
        `low_stock`: Only items of which there is too little, or enough.
        `expiring_before`: Only items that expire before this day; expired ones too.
        `updated_since`: Only items changed at or after this time.
        `barcode`: A code on the thing or its package.
        `external_id`: Your own name for it.
        `sku`: The number under which it is sold or kept.
        `custom`: Only items whose custom field has this value: `key=value`; on REST also
            `custom.<key>=<value>`.
        `deleted`: The trash instead of what is kept.
        `fields`: Only these members of each object, and the id.
        `include`: More members, looked up for this answer.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            "/items",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "q": q,
                "bin_id": bin_id,
                "location_id": location_id,
                "recursive": recursive,
                "inbox": inbox,
                "tag": tag,
                "low_stock": low_stock,
                "expiring_before": expiring_before,
                "updated_since": updated_since,
                "barcode": barcode,
                "external_id": external_id,
                "sku": sku,
                "custom": custom,
                "deleted": deleted,
                "fields": with_commas(fields),
                "include": with_commas(include),
            },
        )

    def move(
        self,
        id: str,
        *,
        to_bin_id: Maybe[Optional[str]] = NOT_GIVEN,
        to_location_id: Maybe[Optional[str]] = NOT_GIVEN,
        quantity: Maybe[float] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.MovedItem:
        """
        Move an item, or a part of it.

        Moves an item, or splits a part of it off to another place. Moving it to where it already is records
        nothing.

        Needs `items:write`.

        `id`: Its id.
        `to_bin_id`: The bin's id or the code on its label.
        `quantity`: How much of it moves; without it, all. A part becomes an item of its own.
        `if_version`: Write only if the object still has this version.
        `idempotency_key`: A name of your own for this call, instead of a random one.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        insufficient_stock, idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type,
        validation_failed, limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/items/{path_segment(id)}/move",
            body={
                "to_bin_id": to_bin_id,
                "to_location_id": to_location_id,
                "quantity": quantity,
                "if_version": if_version,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
            if_match=if_match,
        )

    def remove(
        self,
        id: str,
        *,
        if_version: Optional[int] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.ItemsRemoveAnswer:
        """
        Delete an item.

        Puts an item into the trash.

        Needs `items:delete`.

        `id`: Its id.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, version_mismatch,
        validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/items/{path_segment(id)}",
            query={
                "if_version": if_version,
            },
            if_match=if_match,
        )

    def restore(
        self,
        id: str,
        *,
        if_version: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Item:
        """
        Restore an item from the trash.

        Takes an item out of the trash, to where it was; where its bin is in the trash or gone, to where that
        stood, else into the inbox. One that is not in the trash stays as it is.

        Needs `items:write`.

        `id`: Its id.
        `if_version`: Write only if the object still has this version.
        `idempotency_key`: A name of your own for this call, instead of a random one.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type, validation_failed,
        limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/items/{path_segment(id)}/restore",
            body={
                "if_version": if_version,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
            if_match=if_match,
        )

    def update(
        self,
        id: str,
        *,
        name: Maybe[str] = NOT_GIVEN,
        bin_id: Maybe[Optional[str]] = NOT_GIVEN,
        location_id: Maybe[Optional[str]] = NOT_GIVEN,
        quantity: Maybe[float] = NOT_GIVEN,
        unit: Maybe[str] = NOT_GIVEN,
        min_quantity: Maybe[Optional[float]] = NOT_GIVEN,
        barcodes: Maybe[Sequence[str]] = NOT_GIVEN,
        sku: Maybe[Optional[str]] = NOT_GIVEN,
        external_id: Maybe[Optional[str]] = NOT_GIVEN,
        notes: Maybe[str] = NOT_GIVEN,
        tags: Maybe[Sequence[str]] = NOT_GIVEN,
        custom_fields: Maybe[Dict[str, Optional[Union[str, float, bool]]]] = NOT_GIVEN,
        expires_on: Maybe[Optional[str]] = NOT_GIVEN,
        serial_number: Maybe[Optional[str]] = NOT_GIVEN,
        model: Maybe[Optional[str]] = NOT_GIVEN,
        manufacturer: Maybe[Optional[str]] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Item:
        """
        Change or move an item.

        Changes an item; a new `bin_id` or `location_id` moves it there from where it was. Fields that are not
        sent stay.

        Needs `items:write`.

        `id`: Its id.
        `name`: Its name.
        `bin_id`: The id of the bin that it is in.
        `location_id`: The id of the place that it is in.
        `unit`: What its quantity counts, such as `pcs`.
        `min_quantity`: At or below it the item is low; null for never.
        `barcodes`: Codes on the thing or its package, to find it by.
        `sku`: The number under which it is sold or kept.
        `external_id`: Another system's id for it, unique in the workspace.
        `notes`: Whatever is worth knowing of it.
        `tags`: Words to find it by, distinct and in the order in which they were given.
        `custom_fields`: Values of your own, by name.
        `expires_on`: The day on which it expires.
        `serial_number`: The number of this one piece.
        `model`: What its maker calls it.
        `manufacturer`: Who made it.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        version_mismatch, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/items/{path_segment(id)}",
            body={
                "name": name,
                "bin_id": bin_id,
                "location_id": location_id,
                "quantity": quantity,
                "unit": unit,
                "min_quantity": min_quantity,
                "barcodes": barcodes,
                "sku": sku,
                "external_id": external_id,
                "notes": notes,
                "tags": tags,
                "custom_fields": custom_fields,
                "expires_on": expires_on,
                "serial_number": serial_number,
                "model": model,
                "manufacturer": manufacturer,
                "if_version": if_version,
            },
            if_match=if_match,
        )


class LabelsCalls(_Calls):
    def batches(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.LabelBatch]:
        """
        List batches of labels.

        Lists the sheets of labels, the newest first, with how many of each are used.

        Needs `bins:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/labels/batches",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )

    def print(
        self,
        *,
        codes: Sequence[str],
        format: Maybe[shapes.LabelsPrintFormat] = NOT_GIVEN,
        skip: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> FileAnswer:
        """
        Print labels as a PDF sheet.

        A PDF of labels for common sheets, in the order of the codes; blank labels have no name yet.

        Needs `bins:read`.

        `skip`: Labels of the first sheet that are already used.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.file(
            "POST",
            "/labels",
            body={
                "codes": codes,
                "format": format,
                "skip": skip,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class LeakedKeysCalls(_Calls):
    def report(
        self,
        *,
        key: str,
    ) -> shapes.LeakedKeyReport:
        """
        Report a leaked API key.

        Whoever holds a key can have it revoked. The answer, and when it comes, are the same for a real key,
        an unknown one and a text that is none; a real one is refused from before the answer on. Nothing of
        the text is kept.

        Open to all.

        Problems: malformed_json, csrf_rejected, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "POST",
            "/leaked-keys",
            body={
                "key": key,
            },
        )


class LibrariesCalls(_Calls):
    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.Library]:
        """
        List the libraries.

        Lists the roots of the tree by name, with how much is in each; for a key that is bound to places,
        those places.

        Needs `locations:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/libraries",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )


class LocationsCalls(_Calls):
    def contents(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.Content]:
        """
        List what is directly in a location.

        Lists what is directly in a place: its places, then bins, then items, each by name. What is in a bin
        is the bin's.

        Needs `locations:read`.

        `id`: Its id.
        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            f"/locations/{path_segment(id)}/contents",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )

    def create(
        self,
        *,
        name: str,
        parent_id: Maybe[Optional[str]] = NOT_GIVEN,
        kind: Maybe[shapes.ContentKind] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Location:
        """
        Create a location.

        Creates a place: a library when it has no parent, otherwise inside another place.

        Needs `locations:write`.

        `name`: Its name.
        `parent_id`: The place it is in; null makes it a library.
        `description`: More words about it.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed, limit_reached,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/locations",
            body={
                "name": name,
                "parent_id": parent_id,
                "kind": kind,
                "description": description,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
    ) -> shapes.Location:
        """
        Get a location.

        One place.

        Needs `locations:read`.

        `id`: Its id.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/locations/{path_segment(id)}",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.BinsListSort] = None,
        parent_id: Optional[str] = None,
        updated_since: Optional[str] = None,
        q: Optional[str] = None,
    ) -> Pages[shapes.Location]:
        """
        List locations.

        Lists places by name; with `parent_id`, the direct children of one.

        Needs `locations:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `parent_id`: Only the direct children of this place.
        `updated_since`: Only places changed at or after this time.
        `q`: Part of a name.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            "/locations",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "parent_id": parent_id,
                "updated_since": updated_since,
                "q": q,
            },
        )

    def remove(
        self,
        id: str,
        *,
        move_to: Optional[str] = None,
        if_version: Optional[int] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.LocationsRemoveAnswer:
        """
        Delete a location.

        Deletes a place for good. What is in it goes to `move_to`; without that, only an empty place can go.

        Needs `locations:delete`.

        `id`: Its id.
        `move_to`: Where what is in it goes; without it, only an empty place can go.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, version_mismatch,
        validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/locations/{path_segment(id)}",
            query={
                "move_to": move_to,
                "if_version": if_version,
            },
            if_match=if_match,
        )

    def update(
        self,
        id: str,
        *,
        name: Maybe[str] = NOT_GIVEN,
        parent_id: Maybe[Optional[str]] = NOT_GIVEN,
        kind: Maybe[shapes.ContentKind] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Location:
        """
        Change or move a location.

        Changes a place; a new `parent_id` moves it with everything in it. Fields that are not sent stay.

        Needs `locations:write`.

        `id`: Its id.
        `name`: Its name.
        `parent_id`: The place it is in; null makes it a library.
        `description`: More words about it.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        version_mismatch, body_too_large, unsupported_media_type, validation_failed, limit_reached.
        """
        return self._caller.json(
            "PATCH",
            f"/locations/{path_segment(id)}",
            body={
                "name": name,
                "parent_id": parent_id,
                "kind": kind,
                "description": description,
                "if_version": if_version,
            },
            if_match=if_match,
        )


class MembersCalls(_Calls):
    def get(
        self,
        id: str,
    ) -> shapes.Member:
        """
        Get a member.

        One member of the organization, with their role and how many keys act as them.

        Needs `users:read`.

        `id`: Its id.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/users/{path_segment(id)}",
        )

    def invite(
        self,
        *,
        email: Maybe[Optional[str]] = NOT_GIVEN,
        role: Maybe[Literal["admin", "member", "viewer"]] = NOT_GIVEN,
        expires_in_days: Maybe[int] = NOT_GIVEN,
        max_uses: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.CreatedInvitation:
        """
        Invite a member.

        Invites somebody as admin at the most; the link is in this answer alone, and in the mail when there is
        an address and a mail server. It holds for as long as its maker could give it.

        Needs `users:write`.

        `email`: Who alone may accept it; null for whoever has the link.
        `role`: What a member of the organization may do at all.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, escalation_denied, csrf_rejected, environment_mismatch,
        conflict, idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/users",
            body={
                "email": email,
                "role": role,
                "expires_in_days": expires_in_days,
                "max_uses": max_uses,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        role: Optional[Literal["owner", "admin", "member", "viewer"]] = None,
        q: Optional[str] = None,
    ) -> Pages[shapes.Member]:
        """
        List members.

        The members of the organization, by name.

        Needs `users:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `role`: What a member of the organization may do at all.
        `q`: Part of a name or an address.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/users",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "role": role,
                "q": q,
            },
        )

    def remove(
        self,
        id: str,
    ) -> shapes.MembersRemoveAnswer:
        """
        Remove a member.

        Takes a member out; the keys that act as them end in the same transaction.

        Needs `users:write`.

        `id`: Its id.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/users/{path_segment(id)}",
        )

    def update(
        self,
        id: str,
        *,
        role: Maybe[Literal["owner", "admin", "member", "viewer"]] = NOT_GIVEN,
        active: Maybe[bool] = NOT_GIVEN,
    ) -> shapes.Member:
        """
        Change a member.

        Changes a member's role, suspends them or lets them in again. Keys that act as them follow: this
        server judges them anew from before the answer is sent, the others within a second.

        Needs `users:write`.

        `id`: Its id.
        `role`: What a member of the organization may do at all.
        `active`: False suspends the member until it is set to true again.

        Problems: malformed_json, insufficient_scope, session_required, csrf_rejected, environment_mismatch,
        conflict, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/users/{path_segment(id)}",
            body={
                "role": role,
                "active": active,
            },
        )


class NotificationsCalls(_Calls):
    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        unread: Optional[bool] = None,
    ) -> Pages[shapes.Notification]:
        """
        List notifications.

        What the person (for a key: its subject) should know of, in this organization, newest first. A session
        sees both environments; a key sees its own.

        Needs `events:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `unread`: Only those that are not read yet.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/notifications",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "unread": unread,
            },
        )

    def preferences(
        self,
    ) -> shapes.NotificationPreferences:
        """
        Get notification preferences.

        How the person (for a key: its subject) is told of things in this organization.

        Needs `events:read`.

        Problems: insufficient_scope.
        """
        return self._caller.json(
            "GET",
            "/notifications/preferences",
        )

    def read(
        self,
        *,
        ids: Maybe[Sequence[str]] = NOT_GIVEN,
        all: Maybe[Literal[True]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.NotificationsReadAnswer:
        """
        Mark notifications as read.

        Marks notifications as read; those that are read or not theirs stay as they are.

        Needs `events:read`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/notifications/read",
            body={
                "ids": ids,
                "all": all,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def update_preferences(
        self,
        *,
        kinds: Maybe[shapes.NotificationsUpdatePreferencesKinds] = NOT_GIVEN,
        digest: Maybe[Literal["off", "daily"]] = NOT_GIVEN,
        digest_hour: Maybe[int] = NOT_GIVEN,
    ) -> shapes.NotificationPreferences:
        """
        Change notification preferences.

        Changes how the person is told of things in this organization; `kinds` is merged. No key may: whoever
        has stolen one could silence what tells of it. A digest that is turned on later in the day than its
        hour begins the day after.

        Only for a person who is signed in: a key is refused with `session_required`.

        `kinds`: Merged into what is there.
        `digest`: One mail a day with what needs attention; none on a day without.
        `digest_hour`: When, in the person's own time zone.

        Problems: malformed_json, session_required, csrf_rejected, body_too_large, unsupported_media_type,
        validation_failed.
        """
        return self._caller.json(
            "PATCH",
            "/notifications/preferences",
            body={
                "kinds": kinds,
                "digest": digest,
                "digest_hour": digest_hour,
            },
        )


class OrganizationsCalls(_Calls):
    def create(
        self,
        *,
        name: str,
        slug: Maybe[str] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Organization:
        """
        Create an organization.

        Makes another organization, live and test, with the person as its owner.

        Only for a person who is signed in: a key is refused with `session_required`.

        `name`: Its name.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/organizations",
            body={
                "name": name,
                "slug": slug,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
    ) -> shapes.Organization:
        """
        Get an organization.

        One organization of the caller, with its settings.

        Needs `organizations:read`.

        `id`: Its id.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/organizations/{path_segment(id)}",
        )

    def leave(
        self,
        id: str,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.MembersRemoveAnswer:
        """
        Leave an organization.

        Leaves an organization; keys that act as the person end with it. Who is suspended may leave, too.

        Only for a person who is signed in: a key is refused with `session_required`.

        `id`: Its id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/organizations/{path_segment(id)}/leave",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.Organization]:
        """
        List organizations.

        The organizations of the person, by name; for a key, the one it belongs to.

        Needs `organizations:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/organizations",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )

    def remove(
        self,
        id: str,
    ) -> shapes.OrganizationsRemoveAnswer:
        """
        Delete an organization.

        Ends an organization with all that it holds; its keys stop in the same transaction. For its owners
        alone.

        Only for a person who is signed in: a key is refused with `session_required`.

        `id`: Its id.

        Problems: session_required, recent_sign_in_required, csrf_rejected, validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/organizations/{path_segment(id)}",
        )

    def update(
        self,
        id: str,
        *,
        if_version: Maybe[int] = NOT_GIVEN,
        name: Maybe[str] = NOT_GIVEN,
        slug: Maybe[str] = NOT_GIVEN,
        settings: Maybe[shapes.OrganizationsUpdateSettings] = NOT_GIVEN,
        plan: Maybe[Literal["free", "professional", "enterprise"]] = NOT_GIVEN,
        rate_limit: Maybe[Optional[shapes.OrganizationRateLimit]] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Organization:
        """
        Change an organization.

        Changes an organization; `settings` is merged. Its keys have the new limits from the next request on.

        Needs `organizations:write`.

        `id`: Its id.
        `name`: Its name.
        `settings`: Merged into what is there.
        `plan`: For the instance's admin alone.
        `rate_limit`: A custom limit of the enterprise plan, for the instance's admin alone; null for the
            plan's own.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, session_required, csrf_rejected, environment_mismatch,
        conflict, version_mismatch, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/organizations/{path_segment(id)}",
            body={
                "if_version": if_version,
                "name": name,
                "slug": slug,
                "settings": settings,
                "plan": plan,
                "rate_limit": rate_limit,
            },
            if_match=if_match,
        )


class ProjectsCalls(_Calls):
    def consume(
        self,
        id: str,
        *,
        items: Maybe[Sequence[shapes.ProjectsConsumeItem]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.ConsumedItems:
        """
        Use up reserved stock.

        Takes what an active project reserved out of the stock: what is named, or else all that is left. All
        of it or none.

        Needs `projects:write`, `items:write`.

        `id`: Its id.
        `items`: What was used; without it, all that is still reserved.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        insufficient_stock, idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/projects/{path_segment(id)}/consume",
            body={
                "items": items,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def create(
        self,
        *,
        name: str,
        description: Maybe[str] = NOT_GIVEN,
        status: Maybe[Literal["planned", "active", "done", "cancelled"]] = NOT_GIVEN,
        starts_on: Maybe[Optional[str]] = NOT_GIVEN,
        due_on: Maybe[Optional[str]] = NOT_GIVEN,
        tags: Maybe[Sequence[str]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Project:
        """
        Create a project.

        Creates a project. It holds stock only while it is `active`.

        Needs `projects:write`.

        `name`: Its name.
        `description`: More words about it.
        `starts_on`: The day on which it begins.
        `due_on`: The day by which it is to be done.
        `tags`: Words to find it by, distinct and in the order in which they were given.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/projects",
            body={
                "name": name,
                "description": description,
                "status": status,
                "starts_on": starts_on,
                "due_on": due_on,
                "tags": tags,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
    ) -> shapes.Project:
        """
        Get a project.

        One project: its status, dates and tags. What it reserves is a list of its own.

        Needs `projects:read`.

        `id`: Its id.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/projects/{path_segment(id)}",
        )

    def items(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.ProjectItem]:
        """
        List what a project reserves, as a pick list.

        What a project reserves, in the order of walking: by place as it is spelled out, then by name; what
        lies nowhere comes last. Items in the trash stay on the list.

        Needs `projects:read`, `items:read`.

        `id`: Its id.
        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            f"/projects/{path_segment(id)}/items",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.ProjectsListSort] = None,
        q: Optional[str] = None,
        status: Optional[Sequence[Literal["planned", "active", "done", "cancelled"]]] = None,
        tag: Optional[Sequence[str]] = None,
        updated_since: Optional[str] = None,
        item_id: Optional[str] = None,
        include: Optional[Sequence[Literal["stock"]]] = None,
    ) -> Pages[shapes.ProjectView]:
        """
        List projects.

        Lists projects, the last changed first. Sorted by `due_on`, those without a day count as due after all
        others. A key that is bound to places sees none.

        Needs `projects:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `q`: Part of a name or description.
        `status`: Repeat it for any of several.
        `tag`: Repeat it for projects that have all of the tags.
        `updated_since`: Only what was changed at or after this time.
        `item_id`: Only projects that reserve it; each says its `reservation`.
        `include`: More members, looked up for this answer.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            "/projects",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "q": q,
                "status": status,
                "tag": tag,
                "updated_since": updated_since,
                "item_id": item_id,
                "include": with_commas(include),
            },
        )

    def release(
        self,
        id: str,
        item_id: str,
    ) -> shapes.ItemsRemoveAnswer:
        """
        Release reserved stock.

        Takes an item off a project. What was used up of it stays used up.

        Needs `projects:write`.

        `id`: Its id.
        `item_id`: The item's id.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/projects/{path_segment(id)}/reservations/{path_segment(item_id)}",
        )

    def remove(
        self,
        id: str,
        *,
        if_version: Optional[int] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.ProjectsRemoveAnswer:
        """
        Delete a project.

        Deletes a project for good and lets go of what it reserved; its tasks stay, without it.

        Needs `projects:delete`.

        `id`: Its id.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, version_mismatch,
        validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/projects/{path_segment(id)}",
            query={
                "if_version": if_version,
            },
            if_match=if_match,
        )

    def reserve(
        self,
        id: str,
        *,
        item_id: str,
        quantity: float,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Reservation:
        """
        Reserve stock for a project.

        Sets how much of an item a project needs in all, what it used up included; sending it again replaces
        the number. More than there is is allowed, and said as `shortage`.

        Needs `projects:write`.

        `id`: Its id.
        `item_id`: The item's id.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed, limit_reached,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/projects/{path_segment(id)}/reservations",
            body={
                "item_id": item_id,
                "quantity": quantity,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def update(
        self,
        id: str,
        *,
        name: Maybe[str] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        status: Maybe[Literal["planned", "active", "done", "cancelled"]] = NOT_GIVEN,
        starts_on: Maybe[Optional[str]] = NOT_GIVEN,
        due_on: Maybe[Optional[str]] = NOT_GIVEN,
        tags: Maybe[Sequence[str]] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Project:
        """
        Change a project.

        Changes a project; fields that are not sent stay. Becoming `active` takes hold of what it reserves,
        any other status lets go of it.

        Needs `projects:write`.

        `id`: Its id.
        `name`: Its name.
        `description`: More words about it.
        `starts_on`: The day on which it begins.
        `due_on`: The day by which it is to be done.
        `tags`: Words to find it by, distinct and in the order in which they were given.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        version_mismatch, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/projects/{path_segment(id)}",
            body={
                "name": name,
                "description": description,
                "status": status,
                "starts_on": starts_on,
                "due_on": due_on,
                "tags": tags,
                "if_version": if_version,
            },
            if_match=if_match,
        )


class RateLimitCalls(_Calls):
    def get(
        self,
    ) -> shapes.RateLimitState:
        """
        Tell what is left of the rate limit.

        What is left of the caller's two windows. Asking is free, also when nothing is left.

        Any key will do.
        """
        return self._caller.json(
            "GET",
            "/rate-limit",
        )


class SandboxCalls(_Calls):
    def reset(
        self,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.SandboxReset:
        """
        Refill the test environment with sample data.

        Empties the organization's test workspace and fills it with sample data, all at once. A signed-in
        person may ask from either environment, a key from test alone. Nothing live is touched; the test
        events stay.

        Needs `items:delete`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/sandbox/reset",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class ScanCalls(_Calls):
    def scan(
        self,
        *,
        code: str,
        action: Maybe[shapes.ScanScanAction] = NOT_GIVEN,
        quantity: Maybe[float] = NOT_GIVEN,
        to_code: Maybe[str] = NOT_GIVEN,
        name: Maybe[str] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.ScanAnswer:
        """
        Look up or change what a scanned code names.

        One request for a handheld: what the code names is looked up, or changed at once. Whatever changes
        something needs `items:write`; moving a bin needs `bins:write` too. A bin or a place has no quantity,
        so `add`, `remove` and `count` look it up, and the answer's `action` says so.

        Needs `items:read`.

        `code`: A label's code or its URL, an item's barcode or SKU.
        `quantity`: For add and remove, default 1; for count, the new quantity; for move, a part.
        `to_code`: The label of a bin or place: where to move to, or to create in.
        `name`: For create: what the new item is called; default is the code.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        insufficient_stock, idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/scan",
            body={
                "code": code,
                "action": action,
                "quantity": quantity,
                "to_code": to_code,
                "name": name,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class SearchCalls(_Calls):
    def search(
        self,
        *,
        q: str,
        type: Optional[Sequence[Literal["item", "bin", "location"]]] = None,
        limit: Optional[int] = None,
    ) -> shapes.SearchSearchAnswer:
        """
        Search everything.

        Finds items, bins and places, the best first: what is named so (also by label, barcode, SKU or
        external id), then names that begin so, whose words do, that hold it, things that hold it elsewhere,
        and names that differ by a typo. All words must match. A word of one or two letters is looked for
        where words begin. The trash is left out.

        Needs `bins:read`, `items:read`.

        `q`: What to look for: parts of words, a code or a barcode.
        `type`: Only hits of these kinds.
        `limit`: Hits at the most.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.json(
            "GET",
            "/search",
            query={
                "q": q,
                "type": type,
                "limit": limit,
            },
        )


class SessionsCalls(_Calls):
    def end(
        self,
        id: str,
    ) -> shapes.SessionsEndAnswer:
        """
        End one of one's own sessions.

        Signs one browser out, from another one.

        Only for a person who is signed in: a key is refused with `session_required`.

        `id`: Its id.

        Problems: session_required, csrf_rejected, validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/auth/sessions/{path_segment(id)}",
        )

    def end_others(
        self,
    ) -> shapes.SessionsEndOthersAnswer:
        """
        End all other sessions.

        Signs out all of the person's other browsers.

        Only for a person who is signed in: a key is refused with `session_required`.

        Problems: session_required, csrf_rejected.
        """
        return self._caller.json(
            "DELETE",
            "/auth/sessions",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
    ) -> Pages[shapes.Session]:
        """
        List one's own sessions.

        Where the person is signed in.

        Only for a person who is signed in: a key is refused with `session_required`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.

        Problems: session_required, validation_failed.
        """
        return self._caller.pages(
            "/auth/sessions",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
            },
        )


class SummaryCalls(_Calls):
    def get(
        self,
    ) -> shapes.Summary:
        """
        Count what there is.

        Flat counts for dashboards, all of the same moment; the trash counts nowhere. Days are those of UTC. A
        bounded key's are of what lies in its places.

        Needs `items:read`.

        Problems: insufficient_scope.
        """
        return self._caller.json(
            "GET",
            "/summary",
        )


class TasksCalls(_Calls):
    def complete(
        self,
        id: str,
        *,
        if_version: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Task:
        """
        Complete a task.

        Completes a task. One that is done already stays as it is, and nothing is recorded.

        Needs `tasks:write`.

        `id`: Its id.
        `if_version`: Write only if the object still has this version.
        `idempotency_key`: A name of your own for this call, instead of a random one.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, version_mismatch, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/tasks/{path_segment(id)}/complete",
            body={
                "if_version": if_version,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
            if_match=if_match,
        )

    def create(
        self,
        *,
        title: str,
        description: Maybe[str] = NOT_GIVEN,
        status: Maybe[Literal["open", "in_progress", "done", "cancelled"]] = NOT_GIVEN,
        priority: Maybe[Literal["low", "normal", "high", "urgent"]] = NOT_GIVEN,
        due_on: Maybe[Optional[str]] = NOT_GIVEN,
        assignee_id: Maybe[Optional[str]] = NOT_GIVEN,
        project_id: Maybe[Optional[str]] = NOT_GIVEN,
        subject_type: Maybe[Optional[Literal["item", "bin", "location"]]] = NOT_GIVEN,
        subject_id: Maybe[Optional[str]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Task:
        """
        Create a task.

        Creates a task, perhaps about an item, a bin or a location, or within a project.

        Needs `tasks:write`.

        `description`: More words about it.
        `priority`: How urgent it is.
        `due_on`: The day by which it is to be done.
        `assignee_id`: A member of the organization.
        `project_id`: The id of the project that it belongs to.
        `subject_type`: What kind of thing it is about.
        `subject_id`: What it is about; sent together with `subject_type`.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/tasks",
            body={
                "title": title,
                "description": description,
                "status": status,
                "priority": priority,
                "due_on": due_on,
                "assignee_id": assignee_id,
                "project_id": project_id,
                "subject_type": subject_type,
                "subject_id": subject_id,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
        id: str,
    ) -> shapes.Task:
        """
        Get a task.

        One task, with what it is about.

        Needs `tasks:read`.

        `id`: Its id.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/tasks/{path_segment(id)}",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.TasksListSort] = None,
        q: Optional[str] = None,
        status: Optional[Sequence[Literal["open", "in_progress", "done", "cancelled"]]] = None,
        assignee_id: Optional[str] = None,
        project_id: Optional[str] = None,
        subject_id: Optional[str] = None,
        due_before: Optional[str] = None,
        updated_since: Optional[str] = None,
    ) -> Pages[shapes.Task]:
        """
        List tasks.

        Lists tasks, the last changed first. Sorted by `due_on`, those without a day count as due after all
        others.

        Needs `tasks:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `q`: Part of a title or description.
        `status`: Repeat it for any of several.
        `assignee_id`: Only tasks of this member.
        `project_id`: The id of the project that it belongs to.
        `subject_id`: The id of what it is about.
        `due_before`: Only tasks that are due before this day.
        `updated_since`: Only what was changed at or after this time.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            "/tasks",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "q": q,
                "status": status,
                "assignee_id": assignee_id,
                "project_id": project_id,
                "subject_id": subject_id,
                "due_before": due_before,
                "updated_since": updated_since,
            },
        )

    def remove(
        self,
        id: str,
        *,
        if_version: Optional[int] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.TasksRemoveAnswer:
        """
        Delete a task.

        Deletes a task for good.

        Needs `tasks:delete`.

        `id`: Its id.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, version_mismatch,
        validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/tasks/{path_segment(id)}",
            query={
                "if_version": if_version,
            },
            if_match=if_match,
        )

    def update(
        self,
        id: str,
        *,
        title: Maybe[str] = NOT_GIVEN,
        description: Maybe[str] = NOT_GIVEN,
        status: Maybe[Literal["open", "in_progress", "done", "cancelled"]] = NOT_GIVEN,
        priority: Maybe[Literal["low", "normal", "high", "urgent"]] = NOT_GIVEN,
        due_on: Maybe[Optional[str]] = NOT_GIVEN,
        assignee_id: Maybe[Optional[str]] = NOT_GIVEN,
        project_id: Maybe[Optional[str]] = NOT_GIVEN,
        subject_type: Maybe[Optional[Literal["item", "bin", "location"]]] = NOT_GIVEN,
        subject_id: Maybe[Optional[str]] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Task:
        """
        Change a task.

        Changes a task; fields that are not sent stay. `completed_at` follows the status.

        Needs `tasks:write`.

        `id`: Its id.
        `description`: More words about it.
        `priority`: How urgent it is.
        `due_on`: The day by which it is to be done.
        `assignee_id`: A member of the organization.
        `project_id`: The id of the project that it belongs to.
        `subject_type`: What kind of thing it is about.
        `subject_id`: What it is about; sent together with `subject_type`.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        version_mismatch, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/tasks/{path_segment(id)}",
            body={
                "title": title,
                "description": description,
                "status": status,
                "priority": priority,
                "due_on": due_on,
                "assignee_id": assignee_id,
                "project_id": project_id,
                "subject_type": subject_type,
                "subject_id": subject_id,
                "if_version": if_version,
            },
            if_match=if_match,
        )


class TriggersCalls(_Calls):
    def create(
        self,
        *,
        name: str,
        event_types: Sequence[str],
        actions: Sequence[Union[shapes.TriggersCreateActionWebhook, shapes.TriggersCreateActionCreateTask]],
        enabled: Maybe[bool] = NOT_GIVEN,
        conditions: Maybe[Sequence[shapes.TriggerCondition]] = NOT_GIVEN,
        throttle_seconds: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Trigger:
        """
        Create a trigger.

        Creates a trigger, which hears of what happens from then on. Each webhook's secret stands in this
        answer and nowhere else.

        Needs `triggers:write`.

        `name`: Its name.
        `event_types`: Types of events: `item.low_stock`, `item.*`, `*`.
        `conditions`: All must hold.
        `throttle_seconds`: After firing it rests so long; what it let pass meanwhile is counted in the
            next post.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, limit_reached, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/triggers",
            body={
                "name": name,
                "event_types": event_types,
                "actions": actions,
                "enabled": enabled,
                "conditions": conditions,
                "throttle_seconds": throttle_seconds,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def deliveries(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        status: Optional[Literal["pending", "succeeded", "failed", "cancelled"]] = None,
    ) -> Pages[shapes.Delivery]:
        """
        List a trigger's deliveries.

        What a trigger did in the last 30 days, newest first: one delivery for each action and event.

        Needs `triggers:read`.

        `id`: Its id.
        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `status`: Only deliveries that stand so.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.pages(
            f"/triggers/{path_segment(id)}/deliveries",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "status": status,
            },
        )

    def get(
        self,
        id: str,
    ) -> shapes.Trigger:
        """
        Get a trigger.

        One trigger, with its conditions and actions; the secrets of its webhooks are left out.

        Needs `triggers:read`.

        `id`: Its id.

        Problems: insufficient_scope, environment_mismatch, validation_failed.
        """
        return self._caller.json(
            "GET",
            f"/triggers/{path_segment(id)}",
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        include_total: Optional[bool] = None,
        sort: Optional[shapes.TriggersListSort] = None,
        enabled: Optional[bool] = None,
        q: Optional[str] = None,
    ) -> Pages[shapes.Trigger]:
        """
        List triggers.

        Lists triggers by name. A key that is bound to places sees none.

        Needs `triggers:read`.

        `limit`: Rows a page.
        `cursor`: The `next_cursor` of the page before.
        `include_total`: Count all matching rows into `total`.
        `sort`: The member to sort by; with `-` before it, the other way round.
        `enabled`: Only triggers that are on, or off.
        `q`: Part of a name.

        Problems: insufficient_scope, validation_failed.
        """
        return self._caller.pages(
            "/triggers",
            {
                "limit": limit,
                "cursor": cursor,
                "include_total": include_total,
                "sort": sort,
                "enabled": enabled,
                "q": q,
            },
        )

    def preview(
        self,
        *,
        event_types: Sequence[str],
        conditions: Maybe[Sequence[shapes.TriggerCondition]] = NOT_GIVEN,
        actions: Maybe[Sequence[Union[shapes.TriggersCreateActionWebhook, shapes.TriggersCreateActionCreateTask]]] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.TriggerPreview:
        """
        Preview a trigger.

        What a trigger would do, told by the newest event that it would listen to; nothing is sent or written.

        Needs `triggers:write`, `events:read`.

        `event_types`: Types of events: `item.low_stock`, `item.*`, `*`.
        `conditions`: All must hold.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, conflict, idempotency_in_flight,
        body_too_large, unsupported_media_type, validation_failed, idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/triggers/preview",
            body={
                "event_types": event_types,
                "conditions": conditions,
                "actions": actions,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def remove(
        self,
        id: str,
        *,
        if_version: Optional[int] = None,
        if_match: Union[int, str, None] = None,
    ) -> shapes.TriggersRemoveAnswer:
        """
        Delete a trigger.

        Deletes a trigger for good, with its deliveries and secrets; the tasks that it made stay.

        Needs `triggers:write`.

        `id`: Its id.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: insufficient_scope, csrf_rejected, environment_mismatch, conflict, version_mismatch,
        validation_failed.
        """
        return self._caller.json(
            "DELETE",
            f"/triggers/{path_segment(id)}",
            query={
                "if_version": if_version,
            },
            if_match=if_match,
        )

    def rotate(
        self,
        id: str,
        *,
        action_id: Maybe[str] = NOT_GIVEN,
        grace_seconds: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.Trigger:
        """
        Rotate a webhook's secret.

        Gives a webhook a new secret, which stands in this answer and nowhere else. While the grace lasts,
        each post is signed with both, so that the receiver can change over in between.

        Needs `triggers:write`.

        `id`: Its id.
        `action_id`: Which webhook; without it, the trigger's only one.
        `grace_seconds`: For so long posts are signed with the former secret too.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/triggers/{path_segment(id)}/rotate",
            body={
                "action_id": action_id,
                "grace_seconds": grace_seconds,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def test(
        self,
        id: str,
        *,
        event_seq: Maybe[int] = NOT_GIVEN,
        idempotency_key: Optional[str] = None,
    ) -> shapes.TriggerTest:
        """
        Test a trigger.

        Posts to each webhook of a trigger now, once, whatever the conditions say and whether it is on or off;
        tasks are only worded. It counts for nothing: neither as firing nor as a failure.

        Needs `triggers:write`, `events:read`.

        `id`: Its id.
        `event_seq`: Which event to tell; without it, the newest that it listens to.
        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            f"/triggers/{path_segment(id)}/test",
            body={
                "event_seq": event_seq,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def update(
        self,
        id: str,
        *,
        name: Maybe[str] = NOT_GIVEN,
        enabled: Maybe[bool] = NOT_GIVEN,
        event_types: Maybe[Sequence[str]] = NOT_GIVEN,
        conditions: Maybe[Sequence[shapes.TriggerCondition]] = NOT_GIVEN,
        actions: Maybe[Sequence[Union[shapes.TriggersCreateActionWebhook, shapes.TriggersCreateActionCreateTask]]] = NOT_GIVEN,
        throttle_seconds: Maybe[int] = NOT_GIVEN,
        if_version: Maybe[int] = NOT_GIVEN,
        if_match: Union[int, str, None] = None,
    ) -> shapes.Trigger:
        """
        Change a trigger.

        Changes a trigger; fields that are not sent stay. Actions are sent whole: one with its `id` keeps its
        secret, and headers sent as null keep their values; an action that is not sent is gone, and a new
        webhook's secret stands in this answer alone. Turned off, its pending deliveries are cancelled; turned
        on, it hears of what happens from then on.

        Needs `triggers:write`.

        `id`: Its id.
        `name`: Its name.
        `event_types`: Types of events: `item.low_stock`, `item.*`, `*`.
        `conditions`: All must hold.
        `throttle_seconds`: After firing it rests so long; what it let pass meanwhile is counted in the
            next post.
        `if_version`: Write only if the object still has this version.
        `if_match`: The `version` that it expects to replace, or its ETag.

        Problems: malformed_json, insufficient_scope, csrf_rejected, environment_mismatch, conflict,
        version_mismatch, body_too_large, unsupported_media_type, validation_failed.
        """
        return self._caller.json(
            "PATCH",
            f"/triggers/{path_segment(id)}",
            body={
                "name": name,
                "enabled": enabled,
                "event_types": event_types,
                "conditions": conditions,
                "actions": actions,
                "throttle_seconds": throttle_seconds,
                "if_version": if_version,
            },
            if_match=if_match,
        )


class TwoFactorCalls(_Calls):
    def disable(
        self,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.TwoFactorState:
        """
        Turn the second factor off.

        Turns the second factor off; its secret and the recovery codes are gone.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, recent_sign_in_required, csrf_rejected, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/two-factor/disable",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def enable(
        self,
        *,
        code: str,
        idempotency_key: Optional[str] = None,
    ) -> shapes.RecoveryCodes:
        """
        Turn the second factor on.

        Turns the second factor on, and gives the recovery codes. They are kept as MACs, so nothing shows them
        again.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, recent_sign_in_required, csrf_rejected, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/two-factor/enable",
            body={
                "code": code,
            },
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def get(
        self,
    ) -> shapes.TwoFactorState:
        """
        Tell whether a second factor is set up.

        Whether a second factor is needed to sign in.

        Only for a person who is signed in: a key is refused with `session_required`.

        Problems: session_required.
        """
        return self._caller.json(
            "GET",
            "/auth/two-factor",
        )

    def renew_recovery_codes(
        self,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.RecoveryCodes:
        """
        Make new recovery codes.

        Gives new recovery codes; the old ones open nothing any more.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, recent_sign_in_required, csrf_rejected, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/two-factor/recovery-codes",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )

    def start(
        self,
        *,
        idempotency_key: Optional[str] = None,
    ) -> shapes.TwoFactorStart:
        """
        Begin to set up a second factor.

        Makes the secret for an authenticator app; it counts once `enable` was given a code of it. Starting
        again makes another.

        Only for a person who is signed in: a key is refused with `session_required`.

        `idempotency_key`: A name of your own for this call, instead of a random one.

        Problems: malformed_json, session_required, recent_sign_in_required, csrf_rejected, conflict,
        idempotency_in_flight, body_too_large, unsupported_media_type, validation_failed,
        idempotency_key_reused.
        """
        return self._caller.json(
            "POST",
            "/auth/two-factor/start",
            idempotency_key=idempotency_key,
            is_repeatable=True,
        )


class WhoamiCalls(_Calls):
    def get(
        self,
    ) -> shapes.WhoAmI:
        """
        Tell who is calling.

        Who the server takes the caller for, and what they may do right now.

        Any key will do.
        """
        return self._caller.json(
            "GET",
            "/whoami",
        )


class Operations:
    """
    Every call of the API, by its noun.

    Problems that each of them may have: ambiguous_credentials, key_in_url, invalid_header,
    missing_credentials, malformed_authorization, key_malformed, key_invalid, key_expired, key_revoked,
    key_rotated, key_disabled, owner_disabled, session_expired, role_forbidden, ip_not_allowed, not_found,
    unknown_field, rate_limited, auth_throttled, internal, unavailable.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self.account = AccountCalls(caller)
        self.api_keys = ApiKeysCalls(caller)
        self.auth = AuthCalls(caller)
        self.bins = BinsCalls(caller)
        self.codes = CodesCalls(caller)
        self.deliveries = DeliveriesCalls(caller)
        self.events = EventsCalls(caller)
        self.exports = ExportsCalls(caller)
        self.hand_overs = HandOversCalls(caller)
        self.imports = ImportsCalls(caller)
        self.instance_users = InstanceUsersCalls(caller)
        self.invitations = InvitationsCalls(caller)
        self.items = ItemsCalls(caller)
        self.labels = LabelsCalls(caller)
        self.leaked_keys = LeakedKeysCalls(caller)
        self.libraries = LibrariesCalls(caller)
        self.locations = LocationsCalls(caller)
        self.members = MembersCalls(caller)
        self.notifications = NotificationsCalls(caller)
        self.organizations = OrganizationsCalls(caller)
        self.projects = ProjectsCalls(caller)
        self.rate_limit = RateLimitCalls(caller)
        self.sandbox = SandboxCalls(caller)
        self.scan = ScanCalls(caller)
        self.search = SearchCalls(caller)
        self.sessions = SessionsCalls(caller)
        self.summary = SummaryCalls(caller)
        self.tasks = TasksCalls(caller)
        self.triggers = TriggersCalls(caller)
        self.two_factor = TwoFactorCalls(caller)
        self.whoami = WhoamiCalls(caller)
