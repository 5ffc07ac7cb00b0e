import { useState } from "react";
import { problemOf } from "./problem.ts";
import { showProblem } from "./toasts.ts";

interface Versioned {
  name: string;
  version: number;
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

  async function saveIfUnchanged(values: Values) {
    setHasConflict(false);
    try {
      await write(base, values, base.version);
    } catch (error) {
      if (problemOf(error)?.code !== "version_mismatch") throw error;
      setHasConflict(true);
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
      ? { onReload: () => void reload(), onOverwrite: (values: Values) => void overwrite(values) }
      : null,
  };
}
