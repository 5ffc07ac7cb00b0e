import { roleGrants } from "@stowage/contract/roles";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";
import { openTheatre } from "../docs/examples/open-theatre.ts";
import { Placeholders } from "../docs/examples/placeholders.ts";
import { inputOf, noteTold, type Theatre, usualActor } from "../docs/examples/play.ts";
import { STORY } from "../docs/examples/story.ts";
import { changedInputs } from "./changed-inputs.ts";
import { refusedByRule } from "./refused-by-rule.ts";
import { type Ending, type Input, type Visitor, viaRest, type Way } from "./ways.ts";

/** One call of the story, and how it ended, without what chance made. */
export interface Told {
  procedure: string;
  call: string;
  /** The procedure is served in this way; else REST told it. */
  isServed: boolean;
  ending: Ending;
}

/** Whose good inputs of other values change nothing that the story goes on with. */
const TAKEN = new Set(["bins.create", "items.create", "tasks.create", "projects.create"]);

/** Tells the story of the document's examples in one way, and beside each step what differs from it a little. */
export async function tell(open: () => Way): Promise<Told[]> {
  const theatre = await openTheatre();
  const [way, rest] = [open(), viaRest()];
  const othersFor = await otherCallers(theatre);
  const placeholders = new Placeholders();
  const told: Told[] = [];

  async function call(entry: ProcedureEntry, input: Input, as: string, by: Visitor): Promise<Ending> {
    theatre.pass();
    const own = await way.call(entry, input, by);
    const ending = own ?? (await rest.call(entry, input, by));
    if (!ending) throw new Error("REST serves everything");
    if (entry.type === "mutation" && ending.code === null) await theatre.settled(); // what follows has this call's time
    told.push({
      procedure: entry.path,
      call: `${entry.path} as ${as} ${JSON.stringify(placeholders.in(input)).slice(0, 300)}`,
      isServed: own !== null,
      ending: placeholders.in(ending),
    });
    return ending;
  }

  try {
    for (const { noun, verb, step, entry } of steps()) {
      const as = step.as ?? usualActor(entry);
      const input = await inputOf(step, theatre.stage);
      const { data } = await call(entry, input, as, theatre.visitor(as));
      noteTold(theatre.stage, noun, verb, data);
      for (const [name, by] of othersFor(entry)) await call(entry, input, name, by);
      const by = entry.access.kind === "scope" && as === "ada" ? "key" : as; // what a key may do, it is asked to as well
      if (by !== as) await call(entry, input, by, theatre.visitor(by));
      const isHarmless = entry.type !== "query" && !TAKEN.has(entry.path);
      for (const changed of [...changedInputs(entry, input, isHarmless), ...refusedByRule(entry, input)])
        await call(entry, changed, by, theatre.visitor(by));
    }
  } finally {
    await way.close();
    await theatre.close();
  }
  return told;
}

function steps() {
  const entries = new Map(procedureList(appRouter).map((entry) => [entry.path, entry]));
  return STORY.flatMap(({ noun, steps: told }) =>
    Object.entries(told).map(([verb, step]) => {
      const entry = entries.get(`${noun}.${verb}`);
      if (!entry) throw new Error(`there is no ${noun}.${verb}`);
      return { noun, verb, step, entry };
    }),
  );
}

/** Who are refused what the story's own callers may do: for want of a scope, of a role, or of the environment. */
async function otherCallers({ stage: { people }, visitor }: Pick<Theatre, "stage" | "visitor">) {
  const narrow = await people.ada.key(["tasks:read"]);
  const members = await people.ada.key(["admin:*"], { acts_as: people.ben.user_id });
  return ({ access }: ProcedureEntry): [string, Visitor][] => {
    if (access.kind !== "scope") return [];
    const isForMembers = access.scopes.every((scope) => roleGrants("member", scope));
    return [
      ["narrow key", narrow],
      ["test key", visitor("test key")],
      ...(isForMembers ? [] : [["member's key", members] satisfies [string, Visitor]]),
    ];
  };
}
