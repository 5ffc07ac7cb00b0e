import type { WhoAmI } from "@stowage/contract/api-keys";
import type { Member } from "@stowage/contract/members";
import { useState } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatAbsolute, formatCount, formatDate } from "../../lib/format.ts";
import { ChangeRoleDialog } from "./change-role-dialog.tsx";
import { type MemberAction, MemberMenu } from "./member-menu.tsx";
import { mayChangeMember } from "./member-policy.ts";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";
import { ROLE_WORDS } from "./role-words.ts";
import { SuspendMemberDialog } from "./suspend-member-dialog.tsx";

interface MembersTableProps {
  members: readonly Member[];
  me: WhoAmI;
  total?: number | undefined;
  isRefetching: boolean;
}

export function MembersTable({ members, me, total, isRefetching }: MembersTableProps) {
  const [asked, setAsked] = useState<{ action: MemberAction; member: Member } | null>(null);
  const mine = { id: me.user.id, role: me.role };
  const askedFor = (action: MemberAction) => (asked?.action === action ? asked.member : null);
  const close = () => setAsked(null);
  return (
    <>
      <Table label="Members" isRefetching={isRefetching} rowCount={total}>
        <TableHead>
          <HeadCell>Name</HeadCell>
          <HeadCell>E-mail</HeadCell>
          <HeadCell className="w-24">Role</HeadCell>
          <HeadCell className="w-28 max-md:hidden">Second factor</HeadCell>
          <HeadCell align="end" className="w-16">
            Keys
          </HeadCell>
          <HeadCell className="w-24 max-xl:hidden">Joined</HeadCell>
          <HeadCell className="w-12">
            <span className="sr-only">Actions</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isMe={member.id === mine.id}
              onAsk={mayChangeMember(mine, member) ? (action) => setAsked({ action, member }) : undefined}
            />
          ))}
        </TableBody>
      </Table>
      <ChangeRoleDialog member={askedFor("role")} mine={mine.role} onClose={close} />
      <SuspendMemberDialog member={askedFor("suspend")} onClose={close} />
      <RemoveMemberDialog member={askedFor("remove")} onClose={close} />
    </>
  );
}

interface MemberRowProps {
  member: Member;
  isMe: boolean;
  /** Left out where the reader may not change this member. */
  onAsk: ((action: MemberAction) => void) | undefined;
}

function MemberRow({ member, isMe, onAsk }: MemberRowProps) {
  return (
    <Row className={cx(!member.is_active && "text-muted")}>
      <Cell phone="title" className="max-w-48 max-sm:max-w-none">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium" title={member.name}>
            {member.name}
          </span>
          {isMe ? <Badge tone="accent">You</Badge> : null}
          {member.is_active ? null : <Badge tone="warn">Suspended</Badge>}
        </span>
      </Cell>
      <Cell className="max-w-52 max-sm:max-w-none">
        <span className="block truncate text-muted" title={member.email}>
          {member.email}
        </span>
      </Cell>
      <Cell>
        {ROLE_WORDS[member.role].label}
        <span className="text-muted sm:hidden">
          {` · ${formatCount(member.api_keys, "key")}${member.has_two_factor ? " · second factor" : ""}`}
        </span>
      </Cell>
      <Cell phone="hidden" className="text-muted max-md:hidden">
        {member.has_two_factor ? "On" : "Off"}
      </Cell>
      <Cell phone="hidden" isNumeric className="text-muted">
        {member.api_keys}
      </Cell>
      <Cell phone="hidden" className="whitespace-nowrap text-muted max-xl:hidden">
        <time dateTime={member.joined_at} title={formatAbsolute(member.joined_at)}>
          {formatDate(member.joined_at)}
        </time>
      </Cell>
      <Cell phone="end" align="end" className="pl-0">
        {onAsk ? <MemberMenu member={member} onAsk={onAsk} /> : null}
      </Cell>
    </Row>
  );
}
