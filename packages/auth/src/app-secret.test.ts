import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { loadAppSecret } from "./app-secret.ts";

let dataDir = "";
const file = () => join(dataDir, "app-secret");
const modeOf = (path: string) => statSync(path).mode & 0o777;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "stowage-secret-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe("K3: the app secret", () => {
  test("K3: the first start makes one of 256 bits, mode 0600, and later starts have the same", () => {
    const warn = vi.fn();
    const first = loadAppSecret({ dataDir, log: { warn } });
    expect(warn).not.toHaveBeenCalled();
    expect(first).toMatch(/^[0-9A-Za-z_-]{43}$/);
    expect(modeOf(file())).toBe(0o600);
    expect(loadAppSecret({ dataDir })).toBe(first);
    expect(readdirSync(dataDir)).toEqual(["app-secret"]);
  });

  test("K3: the data folder is made, for its owner alone", () => {
    const deeper = join(dataDir, "new", "data");
    loadAppSecret({ dataDir: deeper });
    expect(modeOf(deeper)).toBe(0o700);
  });

  test("K3: starts that race all get the one secret", () => {
    const secrets: string[] = [];
    const startDuringStart = (size: number) => {
      secrets.push(loadAppSecret({ dataDir }));
      return randomBytes(size);
    };
    secrets.push(loadAppSecret({ dataDir, randomBytes: startDuringStart }));
    expect(secrets).toHaveLength(2);
    expect(new Set(secrets).size).toBe(1);
    expect(readdirSync(dataDir)).toEqual(["app-secret"]);
  });

  test("K3: the operator's own wins over the file, and empty counts as not given", () => {
    const made = loadAppSecret({ dataDir, fromEnvironment: "" });
    const own = "o".repeat(32);
    expect(loadAppSecret({ dataDir, fromEnvironment: own })).toBe(own);
    expect(loadAppSecret({ dataDir })).toBe(made);
  });

  test("K3: one that is too short stops the start, and the error does not repeat it", () => {
    const short = "hunter2-hunter2";
    expect(() => loadAppSecret({ dataDir, fromEnvironment: short })).toThrow(/at least 32 characters/);
    expect(() => loadAppSecret({ dataDir, fromEnvironment: short })).not.toThrow(short);
    writeFileSync(file(), "", { mode: 0o600 });
    expect(() => loadAppSecret({ dataDir })).toThrow(file());
  });

  test("K3: a file that others could read is tightened, with a warning that does not hold the secret", () => {
    const secret = loadAppSecret({ dataDir });
    chmodSync(file(), 0o644);
    const warnings: string[] = [];
    const again = loadAppSecret({ dataDir, log: { warn: (message) => warnings.push(message) } });
    expect(again).toBe(secret);
    expect(modeOf(file())).toBe(0o600);
    expect(warnings).toHaveLength(1);
    expect(warnings.join()).not.toContain(secret);
  });
});
