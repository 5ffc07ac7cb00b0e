import { useQuery } from "@tanstack/react-query";
import { BrandMark } from "../../components/brand-mark.tsx";
import { sessionOptions } from "../../lib/trpc.ts";
import { ROLE_WORDS } from "../members/role-words.ts";

/** The organization of this tab, and what the reader is in it. */
export function OrganizationName() {
  const { data: session } = useQuery(sessionOptions);
  const here = session?.organization;
  return (
    <>
      <BrandMark className="size-6" />
      <span className="min-w-0 grow">
        <span className="block truncate text-ui leading-4.5 font-semibold" title={here?.name}>
          {here?.name ?? "Stowage"}
        </span>
        {here ? (
          <span className="block text-xs leading-4 text-muted">{ROLE_WORDS[here.role].label}</span>
        ) : null}
      </span>
    </>
  );
}
