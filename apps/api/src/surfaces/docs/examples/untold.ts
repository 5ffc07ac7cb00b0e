import { idOfNouns, leastInput } from "../../../testing/least-input.ts";
import { type ProcedureEntry, procedureList } from "../../../trpc/procedure-list.ts";
import { appRouter } from "../../../trpc/router.ts";
import type { Noun, Stage, Step, ToldChapter } from "./chapter.ts";

/**
 * A step for each operation that no chapter tells, with the least input that it takes, on something made for it: a new
 * procedure has an example before anybody writes a better one.
 */
export function untold(story: readonly ToldChapter[]): ToldChapter[] {
  const isTold = ({ path }: ProcedureEntry) =>
    story.some(({ noun, steps }) => Object.keys(steps).some((verb) => path === `${noun}.${verb}`));
  return procedureList(appRouter)
    .filter((entry) => !isTold(entry))
    .map((entry) => {
      const [noun = "", verb = ""] = entry.path.split(".");
      const step: Step<unknown> = {
        ...(entry.access.kind === "scope" && { as: "spare key" }), // the key has ended itself by then
        input: (stage: Stage) => inputOf(entry, stage),
      };
      return { noun: noun as Noun, steps: { [verb]: step } }; // a path's first word is its noun
    });
}

async function inputOf(entry: ProcedureEntry, stage: Stage): Promise<Record<string, unknown>> {
  const ids = madeIds(stage);
  const [, noun = ""] = entry.rest?.path.split("/") ?? [];
  const anew = "id" in entry.fields ? await madeAnew(noun, stage) : undefined;
  if (anew !== undefined) ids[noun] = anew;
  return { ...("id" in entry.fields && { id: ids[noun] }), ...leastInput(entry, idOfNouns(ids)) };
}

/** The id of one more of a noun's things, where the least input makes one: the story's own may be gone, or not be touched. */
async function madeAnew(noun: string, stage: Stage): Promise<string | undefined> {
  const create = procedureList(appRouter).find(
    ({ rest }) => rest?.method === "POST" && rest.path === `/${noun}`,
  );
  if (create?.access.kind !== "scope") return undefined;
  const { body } = await stage.ask("spare key", "POST", noun, leastInput(create, idOfNouns(madeIds(stage))));
  return body.id;
}

/** The ids of what was made so far, by the first word of its routes. */
function madeIds({ told }: Stage): Record<string, string> {
  const made = Object.entries(told as Partial<Record<Noun, { create?: { id?: string } }>>); // some have no such verb
  return Object.fromEntries(
    made.flatMap(([noun, { create } = {}]) =>
      create?.id ? [[noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), create.id]] : [],
    ),
  );
}
