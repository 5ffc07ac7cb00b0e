import type { FoundKey } from "./key-finder.ts";

/** Where a key was found: in a file, in standard input (`-`), or in an object of a Git repository. */
export interface Finding extends FoundKey {
  /** As a person would open it; null for an object of Git that no commit names. */
  readonly path: string | null;
  /** The first commit that holds it. */
  readonly commit?: string;
  /** The object of Git. */
  readonly object?: string;
}

/** What a scan tells while it goes on. */
export interface Listener {
  found(finding: Finding, secret: string): void;
  /** Something that was not looked at, and why; `isMissed`: though it should have been. */
  skipped(path: string, why: string, isMissed?: boolean): void;
  /** More was looked at. */
  looked(what: { readonly bytes?: number; readonly files?: number; readonly objects?: number }): void;
}
