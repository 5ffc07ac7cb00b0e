import { account, goodbye } from "./account.ts";
import { afterDeliveries, deliveries, events, notifications, triggers } from "./activity.ts";
import type { ToldChapter } from "./chapter.ts";
import { bins, contents, items, libraries, locations } from "./inventory.ts";
import { endOfTheKey, keys } from "./keys.ts";
import { codes, labels, scan, search, summary } from "./labels.ts";
import { goodbyeBen, people } from "./people.ts";
import { transfers } from "./transfers.ts";
import { untold } from "./untold.ts";
import { projects, tasks } from "./work.ts";

const BEGINNING: readonly ToldChapter[] = [
  locations,
  libraries,
  bins,
  items,
  ...contents,
  codes,
  labels,
  scan,
  search,
  projects,
  tasks,
  triggers,
  deliveries,
  afterDeliveries,
  events,
  notifications,
  summary,
  ...transfers,
];

/** What ends what others need. */
const END: readonly ToldChapter[] = [...keys, ...account, ...people, goodbyeBen, ...goodbye, endOfTheKey];

/** The story as it is written, in which operations are called once, each with what those before it have made. */
export const WRITTEN: readonly ToldChapter[] = [...BEGINNING, ...END];

/** Operations that nobody has written a step for. They come after all else, so that they change no other example. */
export const UNTOLD: readonly ToldChapter[] = untold(WRITTEN);

/** Every operation once. What it says and what it is answered are the examples of the document. */
export const STORY: readonly ToldChapter[] = [...WRITTEN, ...UNTOLD];
