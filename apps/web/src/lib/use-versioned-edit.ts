import { useState } from "react";
import { problemOf } from "./problem.ts";
import { showProblem } from "./toasts.ts";

interface Versioned {
  name: string;
  version: number;
}

/** Somebody else was faster: what they changed, and the two ways on. */
export interface EditConflict<Values> {
  changes: Record<string, { old: unknown; new: unknown }>;
  onReload: () => void;
  onOverwrite: (values: Values) => void;
}

interface VersionedEditOptions<Thing extends Versioned, Values> {
  /** What the form starts from. */
  listed: Thing;
  /** The newest version there is. */
  read: () => Promise<Thing>;
  /** Saves the values over `base`; without `if_version`, over whatever is there. */
  write: (base: Thing, values: Values, if_version?: number) => Promise<void>;
}

/**
 * An edit that notices when somebody else was faster, and leaves the choice to the person: their version, or one's own
 * over it. What the form started from stays what it is compared with, whatever lists are told meanwhile.
 */
export function useVersionedEdit<Thing extends Versioned, Values>({
  listed,
  read,
  write,
}: VersionedEditOptions<Thing, Values>) {
  const [base, setBase] = useState(listed);
  const [hasConflict, setHasConflict] = useState(false);
  const [theirs, setTheirs] = useState<Thing | null>(null);

  async function saveIfUnchanged(values: Values) {
    setHasConflict(false);
    try {
      await write(base, values, base.version);
    } catch (error) {
      if (problemOf(error)?.code !== "version_mismatch") throw error;
      setHasConflict(true);
      // Only to show it: without an answer, the choice is the same.
      read().then(setTheirs, () => setTheirs(null));
    }
  }

  async function overwrite(values: Values) {
    try {
      await write(base, values);
    } catch (error) {
      showProblem(`${base.name} was not saved.`, error);
    }
  }

  async function reload() {
    try {
      setBase(await read());
      setHasConflict(false);
    } catch (error) {
      showProblem("Their version did not load.", error);
    }
  }

  return {
    base,
    saveIfUnchanged,
    conflict: hasConflict
      ? ({
          changes: theirs ? changesBetween(base, theirs) : {},
          onReload: () => void reload(),
          onOverwrite: (values) => void overwrite(values),
        } satisfies EditConflict<Values>)
      : null,
  };
}

/** Fields that change with every write, or follow from others. */
const NOBODYS_CHOICE = new Set(["version", "updated_at", "available", "is_low"]);

function changesBetween(before: object, after: object): EditConflict<unknown>["changes"] {
  const old = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => old.has(field) && JSON.stringify(old.get(field)) !== JSON.stringify(value))
      .filter(([field]) => !NOBODYS_CHOICE.has(field))
      .map(([field, value]) => [field, { old: old.get(field), new: value }]),
  );
}
