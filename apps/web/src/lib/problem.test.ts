import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { fieldErrorsOf, isUnreachable, problemOf, problemSentence } from "./problem.ts";

function refused(members: object): TRPCClientError<never> {
  const problem = {
    code: "validation_failed",
    status: 422,
    detail: "Two fields need attention.",
    ...members,
  };
  return TRPCClientError.from({ error: { message: "", code: -32600, data: { problem } } });
}

const error = (pointer: string, message: string) => ({ location: "body", pointer, code: "invalid", message });

describe("problems of the server", () => {
  it("are told in the server's own sentence", () => {
    expect(problemSentence(refused({}))).toBe("Two fields need attention.");
    expect(problemOf(refused({}))?.code).toBe("validation_failed");
  });

  it("give each field its first message, and a list's element to the list", () => {
    const errors = [
      error("/name", "Too long."),
      error("/name", "Odd."),
      error("/scopes/0", "Unknown scope."),
    ];
    expect(fieldErrorsOf(refused({ errors }))).toEqual({ name: "Too long.", scopes: "Unknown scope." });
  });

  it("keep slashes that are part of a field's name", () => {
    expect(fieldErrorsOf(refused({ errors: [error("/a~1b", "No.")] }))).toEqual({ "a/b": "No." });
  });

  it("leave out what names no field", () => {
    expect(fieldErrorsOf(refused({ errors: [error("", "The whole body.")] }))).toEqual({});
  });
});

describe("no answer", () => {
  it("says what to do next", () => {
    const failed = TRPCClientError.from(new TypeError("Failed to fetch"));
    expect(isUnreachable(failed)).toBe(true);
    expect(problemSentence(failed)).toBe("The server cannot be reached. Check the connection and try again.");
  });

  it("is what a proxy's error page counts as", () => {
    const page = TRPCClientError.from({ error: { message: "Bad gateway", code: -32603, data: {} } });
    expect(isUnreachable(page)).toBe(true);
  });

  it("is not what a defect of the page counts as", () => {
    expect(isUnreachable(new TypeError("x is undefined"))).toBe(false);
    expect(problemSentence(new TypeError("x is undefined"))).toContain("Reload");
  });
});
