import { imports } from "@stowage/db/schema/transfers";
import { eq } from "drizzle-orm";
import { chapter } from "./chapter.ts";

export const transfers = [
  chapter("imports", {
    create: {
      input: {
        format: "csv",
        content: "name,quantity,location_path\nM3 screws,200,Workshop / Shelf A\n",
        filename: "screws.csv",
      },
    },
    get: { input: ({ told }) => ({ id: told.imports.create.id ?? "" }) },
    list: { input: { limit: 20 } },
    undo: { input: ({ told }) => ({ id: told.imports.create.id ?? "", dry_run: true }) },
    resume: {
      input: async ({ ask, database }) => {
        const { body } = await ask("key", "POST", "import", { format: "csv", content: "name\nM4 screws\n" });
        await database.db
          .update(imports)
          .set({ status: "running", content: "name\nM4 nuts\n" })
          .where(eq(imports.id, body.id)); // as a server leaves it that is stopped
        return { id: body.id };
      },
    },
  }),
  chapter("exports", { download: { input: { format: "csv", type: "bins" } } }),
  chapter("sandbox", { reset: { as: "test key" } }),
];
