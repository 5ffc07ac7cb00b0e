import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import {
  buildApiKey,
  buildApiKeyWithUsage,
  buildOrganization,
  buildWhoAmI,
} from "../../testing/build-api-key.ts";
import { buildLocation } from "../../testing/build-location.ts";
import { buildMember } from "../../testing/build-member.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";

const secret = ["sk", "stowage", "live", "Z".repeat(32)].join("_");
const garage = buildLocation("Garage");
let user: ReturnType<typeof userEvent.setup>;
let calls: ReturnType<typeof answerTrpc>;

/** The dialog with a name and its bounds unfolded. */
async function open(role: "owner" | "member" = "owner") {
  render(
    <QueryClientProvider client={queryClient}>
      <CreateKeyDialog isOpen me={buildWhoAmI(role)} onClose={() => {}} />
    </QueryClientProvider>,
  );
  await fill("Name", "Shelf display");
  await user.click(screen.getByText("Limits and bounds"));
}

async function fill(label: string, text: string) {
  await user.click(screen.getByLabelText(label));
  await user.paste(text);
}

async function createKey() {
  await user.click(screen.getByRole("button", { name: "Create key" }));
  await screen.findByText(secret);
}

const created = () => calls.filter(({ path }) => path === "apiKeys.create").map(({ input }) => input);
const submit = () => user.click(screen.getByRole("button", { name: "Create key" }));
/** A combobox in a field is found by the field's label; its list then has the same one. */
const combobox = (label: string) => screen.queryAllByLabelText(label).find((box) => box.tagName === "INPUT");

async function choose(label: string, option: RegExp) {
  const box = combobox(label);
  if (box) await user.click(box);
  await user.click(await screen.findByRole("option", { name: option }));
}

beforeEach(() => {
  user = userEvent.setup();
  calls = answerTrpc({
    "apiKeys.create": () => ({ ...buildApiKey(), key: secret }),
    "apiKeys.get": () => buildApiKeyWithUsage(),
    "whoami.get": () => buildWhoAmI(),
    "organizations.get": () => buildOrganization(),
    "members.list": () => ({ data: [buildMember()], next_cursor: null }),
    "locations.list": () => ({ data: [garage], next_cursor: null }),
    "locations.get": () => garage,
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K10: a key is bound to places, which the sentence names", async () => {
  await open();
  await choose("Places", /Garage/);
  expect(await screen.findByText(/in live data, only in Garage\./)).toBeTruthy();
  await createKey();
  expect(created()[0]).toMatchObject({ location_ids: ["Garage"] });
});

it("K10: networks, a lower limit and a later start are sent, and said before", async () => {
  await open();
  await fill("Networks", "192.168.1.0/24\n10.0.0.7");
  await fill("Requests a minute", "60");
  await user.click(screen.getByText("It works at once"));
  expect(
    screen.getByText(
      /only from 192\.168\.1\.0\/24 and 10\.0\.0\.7\/32\. At most 60 requests a minute\. .*Disabled until/,
    ),
  ).toBeTruthy();
  await createKey();
  expect(created()[0]).toMatchObject({
    allowed_cidrs: ["192.168.1.0/24", "10.0.0.7/32"],
    rate_limit: { per_minute: 60 },
    active: false,
  });
});

it("K26: a line that names no network is said with its number, and nothing is sent", async () => {
  await open();
  await fill("Networks", "10.0.0.0/8\nthe shed");
  await submit();
  expect(await screen.findByText("Line 2: “the shed” is no address or network.")).toBeTruthy();
  expect(created()).toEqual([]);
});

it("a limit above the plan's is refused before anything is sent", async () => {
  await open();
  await waitFor(() => expect(screen.getByPlaceholderText("500")).toBeTruthy());
  await fill("Requests a minute", "501");
  await submit();
  expect(await screen.findByText("The plan allows 500. Enter less, or nothing.")).toBeTruthy();
  expect(created()).toEqual([]);
});

it("places are chosen among those of the key's own environment", async () => {
  await open();
  await user.click(screen.getByLabelText("Test"));
  expect(combobox("Places")).toBeUndefined();
  expect(screen.getByText(/Switch to test data to choose among its places/)).toBeTruthy();
});

it("K24: an admin makes a key for a member, and is told what that member's role does not cover", async () => {
  await open();
  await user.click(screen.getByText("Scanner"));
  await choose("Acts as", /Linus/);
  expect(screen.getByText(/Linus is a viewer, which does not cover write items/)).toBeTruthy();
  expect(screen.getByText(/, with the rights of Linus\./)).toBeTruthy();
  await createKey();
  expect(created()[0]).toMatchObject({ acts_as: "user_2" });
});

it("K14: a member makes keys for nobody else", async () => {
  await open("member");
  expect(combobox("Acts as")).toBeUndefined();
});
