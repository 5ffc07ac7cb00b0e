import { anything, asked, hasMembers, pageIs, totalIs } from "./checks.mjs";

/**
 * Tasks, projects, what happened, imports. What a bounded key sees of them depends on more than places: of its answers only
 * the rows are looked at.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./views.mjs").View} view
 * @returns {import("./questions.mjs").Asked[]}
 */
export function workQuestions(stage, view) {
  return [...taskQuestions(stage, view), ...projectQuestions(stage, view), ...eventQuestions(stage, view)];
}

/** @returns {import("./questions.mjs").Asked[]} */
function taskQuestions({ tasks, projects, user_id }, { isWhole }) {
  const [{ id: project_id }] = projects;
  const { subject_id } = tasks.find((task) => task.subject_id !== null);
  /** @type {[query: string, has: (task: any) => boolean][]} */
  const filters = [
    ["status=open", ({ status }) => status === "open"],
    ["status=open&status=in_progress", ({ status }) => ["open", "in_progress"].includes(status)],
    [`assignee_id=${user_id}`, ({ assignee_id }) => assignee_id === user_id],
    [`subject_id=${subject_id}`, (task) => task.subject_id === subject_id],
    [`project_id=${project_id}`, (task) => task.project_id === project_id],
    ["due_before=2025-01-01", ({ due_on }) => due_on !== null && due_on < "2025-01-01"],
    ["q=task%2017", ({ title }) => title.includes("17")],
  ];
  const total = (has = (_task) => true) => (isWhole ? tasks.filter(has).length : undefined);
  const sorts = ["title", "created_at", "updated_at", "due_on"].flatMap((sort) => [sort, `-${sort}`]);
  return [
    ...sorts.map((sort) => asked(`/tasks?sort=${sort}`, pageIs({ total: total(), sort }))),
    ...(isWhole ? filters : []).map(([query, has]) =>
      asked(`/tasks?${query}`, pageIs({ total: total(has), has })),
    ),
    ...(isWhole
      ? [asked("/tasks?status=open&limit=1&include_total=true", totalIs(total(filters[0][1])))]
      : []),
    ...(isWhole ? [asked(`/tasks/${tasks[0].id}`, hasMembers({ id: tasks[0].id }))] : []),
  ];
}

/** @returns {import("./questions.mjs").Asked[]} */
function projectQuestions({ projects }, { isWhole }) {
  const [project] = projects;
  const total = isWhole ? projects.length : undefined;
  const isActive = ({ status }) => status === "active";
  const isRare = ({ tags }) => tags.includes("rare");
  const count = (has) => (isWhole ? projects.filter(has).length : undefined);
  return [
    ...["name", "created_at", "-updated_at", "due_on"].map((sort) =>
      asked(`/projects?sort=${sort}`, isWhole ? pageIs({ total, sort }) : anything),
    ),
    ["/projects?status=active", isWhole ? pageIs({ total: count(isActive), has: isActive }) : anything],
    ["/projects?tag=rare", isWhole ? pageIs({ total: count(isRare), has: isRare }) : anything],
    ["/projects?include=stock", isWhole ? pageIs({ total }) : anything],
    ...(isWhole
      ? [
          asked(`/projects/${project.id}`, hasMembers({ id: project.id })),
          asked(`/projects/${project.id}/items`, pageIs({ has: ({ quantity }) => quantity === 1 })),
        ]
      : []),
  ];
}

/** @returns {import("./questions.mjs").Asked[]} */
function eventQuestions({ inventory, user_id }, { isWhole, bins }) {
  const isOldestFirst = (check) => (body) =>
    body.data.every(({ seq }, n) => n === 0 || seq > body.data[n - 1].seq)
      ? check(body)
      : "not the oldest first";
  const item = inventory.items.find(({ id }) => id);
  return [
    ["/events", pageIs({ sort: "-seq" })],
    ["/events?after=100", isOldestFirst(pageIs({ has: ({ seq }) => seq > 100 }))],
    ["/events?type=item.created", pageIs({ has: ({ type }) => type === "item.created", sort: "-seq" })],
    ["/events?type=bin.*", pageIs({ has: ({ type }) => type.startsWith("bin."), sort: "-seq" })],
    [`/events?subject_id=${bins[0].id}`, pageIs({ has: ({ subject_id }) => subject_id === bins[0].id })],
    ...(isWhole
      ? [
          asked(`/events?user_id=${user_id}`, pageIs({ sort: "-seq" })),
          asked(`/events?subject_id=${item.id}`, pageIs({ has: ({ subject_id }) => subject_id === item.id })),
          asked("/imports", pageIs({ total: 1, has: ({ status }) => status === "done" })),
        ]
      : [asked("/imports", pageIs({ total: 0 }))]),
  ];
}
