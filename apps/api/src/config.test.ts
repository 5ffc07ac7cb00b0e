import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without any setting there is one for everything", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 4870,
    host: "127.0.0.1",
    public_url: null,
    registration: "first",
    key_brand: "stowage",
    default_plan: "professional",
    trust_proxy: false,
  });
  expect(config.data_dir).toMatch(/^\/.*stowage/);
});

test("an empty setting is as good as none, except the brand of keys, where it means none", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "", KEY_BRAND: "" })).toMatchObject({
    port: 4870,
    database_url: undefined,
    key_brand: "",
  });
});

test("proxies are trusted by count, by address, or not at all", () => {
  expect(readConfig({ TRUST_PROXY: "1" }).trust_proxy).toBe(1);
  expect(readConfig({ TRUST_PROXY: "true" }).trust_proxy).toBe(true);
  expect(readConfig({ TRUST_PROXY: "10.0.0.0/8, ::1" }).trust_proxy).toBe("10.0.0.0/8, ::1");
});

test("a public URL loses its last slash", () => {
  expect(readConfig({ PUBLIC_URL: "https://stowage.example.org/" }).public_url).toBe(
    "https://stowage.example.org",
  );
});

test("a setting that cannot be used stops the start and is named, without its value", () => {
  const bad = { PORT: "http", REGISTRATION: "maybe", PUBLIC_URL: "https://x.org/app", KEY_BRAND: "No Way" };
  for (const [name, value] of Object.entries(bad)) {
    expect(() => readConfig({ [name]: value }), name).toThrow(name);
    expect(() => readConfig({ [name]: value }), name).not.toThrow(value === "http" ? "'http'" : value);
  }
});
