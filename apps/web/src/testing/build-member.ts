import type { Member } from "@stowage/contract/members";

/** Linus, who may only look. */
export function buildMember(changes: Partial<Member> = {}): Member {
  return {
    id: "user_2",
    email: "linus@example.org",
    name: "Linus",
    role: "viewer",
    is_active: true,
    has_two_factor: false,
    joined_at: "2026-01-02T03:04:05Z",
    api_keys: 0,
    ...changes,
  };
}
