import { describe, expect, it } from "vitest";
import { localPath } from "./local-path.ts";

describe("where a sign-in leads", () => {
  it("is a path of this app", () => {
    expect(localPath("/items?q=screws#top")).toBe("/items?q=screws#top");
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "",
    7,
    null,
  ])("is never another place: %j", (value) => {
    const path = localPath(value);
    expect(path === undefined || new URL(path, "http://here.test").host === "here.test").toBe(true);
    expect(path?.startsWith("//") ?? false).toBe(false);
  });
});
