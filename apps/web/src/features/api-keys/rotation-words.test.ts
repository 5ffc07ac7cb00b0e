import type { KeyRotation } from "@stowage/contract/api-keys";
import { expect, it } from "vitest";
import { buildApiKey, buildApiKeyWithUsage } from "../../testing/build-api-key.ts";
import { newSecretUsedAt } from "./first-call.ts";
import { ROTATION_DEFAULT, rotationSentence } from "./rotation-choice.ts";
import { agentName, timeLeft } from "./rotation-words.ts";

const now = new Date("2026-11-21T10:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000).toISOString();

it.each([
  [0, "0 s"],
  [-5, "0 s"],
  [12, "12 s"],
  [249, "4 min 9 s"],
  [11_520, "3 h 12 min"],
  [183_600, "2 d 3 h"],
])("%i seconds are left as %j", (seconds, words) => {
  expect(timeLeft(inSeconds(seconds), now)).toBe(words);
});

it.each([
  ["curl/8.5.0", "curl"],
  ["HomeAssistant/2026.1 aiohttp/3.9", "HomeAssistant"],
  ["node", "node"],
])("%s is called %s", (agent, name) => {
  expect(agentName(agent)).toBe(name);
});

it("K42: a grace beyond the key's own end is said to be cut by it", () => {
  const key = buildApiKey({ expires_at: inSeconds(3_600) });
  expect(rotationSentence(key, { ...ROTATION_DEFAULT, stops: "later" }, now)).toMatch(
    /^Both secrets work until the key itself ends, /,
  );
});

const rotation = (changes: Partial<KeyRotation> = {}): KeyRotation => ({
  started_at: inSeconds(0),
  activate: "now",
  is_pending: false,
  grace_seconds: 3_600,
  old_secret_ends_at: inSeconds(3_600),
  old_secret: { last_used_at: null, last_used_ip: null, last_used_agent: null, uses: 0 },
  ...changes,
});

it("K13: a new key counts as connected with its first call", () => {
  const key = buildApiKeyWithUsage({ created_at: inSeconds(0) });
  expect(newSecretUsedAt(key)).toBeNull();
  expect(newSecretUsedAt({ ...key, last_used_at: inSeconds(5) })).toBe(inSeconds(5));
});

it("K42: after a rotation, what the key did before does not count as a call with the new secret", () => {
  const key = buildApiKeyWithUsage({ rotated_at: inSeconds(0), last_used_at: inSeconds(-60) });
  expect(newSecretUsedAt(key)).toBeNull();
  expect(newSecretUsedAt({ ...key, last_used_at: inSeconds(60) })).toBe(inSeconds(60));
});

it("K42: while both secrets work, a call with the old one does not count either", () => {
  const old_secret = { ...rotation().old_secret, last_used_at: inSeconds(30), uses: 1 };
  const key = buildApiKeyWithUsage({ rotation: rotation({ old_secret }), last_used_at: inSeconds(30) });
  expect(newSecretUsedAt(key)).toBeNull();
  expect(newSecretUsedAt({ ...key, last_used_at: inSeconds(40) })).toBe(inSeconds(40));
});

it("K42: a pending secret has not been used", () => {
  const pending = rotation({ activate: "first_use", is_pending: true, old_secret_ends_at: null });
  const key = buildApiKeyWithUsage({ rotation: pending, last_used_at: inSeconds(60) });
  expect(newSecretUsedAt(key)).toBeNull();
});
