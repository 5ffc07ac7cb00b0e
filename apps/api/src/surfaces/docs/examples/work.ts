import { chapter } from "./chapter.ts";

export const projects = chapter("projects", {
  create: { input: { name: "Weather station", due_on: "2026-03-01", tags: ["garden"] } },
  list: { input: { status: ["planned"] } },
  get: { input: ({ told }) => ({ id: told.projects.create.id }) },
  update: { input: ({ told }) => ({ id: told.projects.create.id, status: "active" }) },
  reserve: {
    input: ({ told }) => ({ id: told.projects.create.id, item_id: told.items.create.id, quantity: 12 }),
  },
  items: { input: ({ told }) => ({ id: told.projects.create.id }) },
  consume: {
    input: ({ told }) => ({
      id: told.projects.create.id,
      items: [{ item_id: told.items.create.id, quantity: 4 }],
    }),
  },
  release: { input: ({ told }) => ({ id: told.projects.create.id, item_id: told.items.create.id }) },
  remove: {
    input: async ({ ask }) => ({ id: (await ask("key", "POST", "projects", { name: "Abandoned" })).body.id }),
  },
});

export const tasks = chapter("tasks", {
  create: {
    input: ({ told }) => ({
      title: "Buy resistors",
      priority: "high",
      due_on: "2026-01-10",
      subject_type: "item",
      subject_id: told.items.create.id,
      project_id: told.projects.create.id,
    }),
  },
  list: { input: { status: ["open"], sort: "due_on" } },
  get: { input: ({ told }) => ({ id: told.tasks.create.id }) },
  update: { input: ({ told, people }) => ({ id: told.tasks.create.id, assignee_id: people.ben.user_id }) },
  complete: { input: ({ told }) => ({ id: told.tasks.create.id }) },
  remove: { input: ({ told }) => ({ id: told.tasks.create.id }) },
});
