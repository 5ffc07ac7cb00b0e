import { expect, it } from "vitest";
import { projectsInput, readProjectsSearch } from "./projects-search.ts";

it("the address holds only what differs from the usual", () => {
  expect(readProjectsSearch({ show: "current", sort: "-updated_at", q: "", new: "no" })).toEqual({});
  expect(readProjectsSearch({ show: "over", tag: " wood ", sort: "name" })).toEqual({
    show: "over",
    tag: "wood",
    sort: "name",
  });
});

it("what goes on is asked for unless said otherwise", () => {
  expect(projectsInput({})).toEqual({ sort: "-updated_at", status: ["planned", "active"] });
  expect(projectsInput({ show: "all", tag: "wood" })).toEqual({ sort: "-updated_at", tag: ["wood"] });
});
