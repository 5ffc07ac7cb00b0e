import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import {
  buildApiKey,
  buildApiKeyWithUsage,
  buildOrganization,
  buildWhoAmI,
} from "../../testing/build-api-key.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";

const secret = ["sk", "stowage", "live", "Z".repeat(32)].join("_");
const onClose = vi.fn<(createdId: string | null) => void>();
let user: ReturnType<typeof userEvent.setup>;

function open(role: "owner" | "member" = "owner") {
  render(
    <QueryClientProvider client={queryClient}>
      <CreateKeyDialog isOpen me={buildWhoAmI(role)} onClose={onClose} />
    </QueryClientProvider>,
  );
}

async function createKey() {
  await user.click(screen.getByLabelText("Name"));
  await user.paste("Shelf display");
  await user.click(screen.getByRole("button", { name: "Create key" }));
  await screen.findByText(secret);
}

const created = () => calls.filter(({ path }) => path === "apiKeys.create").map(({ input }) => input);
const done = () => screen.getByRole<HTMLButtonElement>("button", { name: "Done" });
const submit = () => user.click(screen.getByRole("button", { name: "Create key" }));

let calls: ReturnType<typeof answerTrpc>;
let usedAt: string | null;

beforeEach(() => {
  usedAt = null;
  onClose.mockReset();
  user = userEvent.setup();
  calls = answerTrpc({
    "apiKeys.create": () => ({ ...buildApiKey(), key: secret }),
    "apiKeys.get": () => buildApiKeyWithUsage({ last_used_at: usedAt, last_used_ip: usedAt && "10.0.0.7" }),
    "whoami.get": () => buildWhoAmI(),
    "organizations.get": () => buildOrganization(),
    "members.list": () => ({ data: [], next_cursor: null }),
    "locations.list": () => ({ data: [], next_cursor: null }),
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe("the form", () => {
  it("is read-only and ends after 90 days unless something else is chosen", async () => {
    open();
    await user.type(screen.getByLabelText("Name"), "Shelf display");
    await submit();
    await screen.findByText(secret);
    const input = calls.find(({ path }) => path === "apiKeys.create")?.input as {
      scopes: string[];
      expires_at: string;
      environment: string;
    };
    expect(input.scopes.every((scope) => scope.endsWith(":read"))).toBe(true);
    expect(input.environment).toBe("live");
    expect((Date.parse(input.expires_at) - Date.now()) / 86_400_000).toBeCloseTo(90, 1);
  });

  it("says what the key will be able to do, and follows each choice", async () => {
    open();
    expect(screen.getByText(/^Can read everything in live data\./)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Test" }));
    await user.click(screen.getByRole("radio", { name: "Never" }));
    expect(screen.getByText("Can read everything in test data. Never ends.")).toBeTruthy();
  });

  it("offers a member nothing that a member may not grant", async () => {
    open("member");
    await user.click(screen.getByText("Custom"));
    expect(screen.queryByRole("checkbox", { name: /Manage members/ })).toBeNull();
    expect(screen.queryByRole("checkbox", { name: /Everything/ })).toBeNull();
    const triggers = within(screen.getByRole("radiogroup", { name: "Triggers" }));
    expect(triggers.queryByRole("radio", { name: "Read and write" })).toBeNull();
  });

  it("does not send a key without a name or without any access", async () => {
    open();
    await submit();
    expect(await screen.findByText("Give the key a name.")).toBeTruthy();
    await user.type(screen.getByLabelText("Name"), "X");
    await user.click(screen.getByText("Custom"));
    await user.click(screen.getByRole("checkbox", { name: /Everything/ }));
    await user.click(screen.getByRole("checkbox", { name: /Everything/ }));
    await submit();
    expect(await screen.findByText("Choose at least one thing that the key may do.")).toBeTruthy();
    expect(calls.some(({ path }) => path === "apiKeys.create")).toBe(false);
  });

  it("a date that is over is refused before anything is sent", async () => {
    open();
    await user.type(screen.getByLabelText("Name"), "X");
    await user.click(screen.getByRole("radio", { name: "On a date" }));
    await submit();
    expect(await screen.findByText("Choose a day that is not over.")).toBeTruthy();
    expect(calls.some(({ path }) => path === "apiKeys.create")).toBe(false);
  });

  it("K10: what few need is folded away, and left out of what is sent", async () => {
    open();
    await createKey();
    const [input] = created() as object[];
    expect(Object.keys(input ?? {}).sort()).toEqual([
      "description",
      "environment",
      "expires_at",
      "name",
      "scopes",
    ]);
  });

  it("K35: a key that ends can renew itself, one that never ends cannot", async () => {
    open();
    await user.click(await screen.findByRole("checkbox", { name: /Renew it by itself/ }));
    expect(screen.getByText(/Renews itself before/)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Never" }));
    expect(screen.queryByRole("checkbox", { name: /Renew it by itself/ })).toBeNull();
    await createKey();
    expect(created()[0]).not.toHaveProperty("auto_renew");
  });

  it("K35: the free plan offers no renewal", async () => {
    answerTrpc({
      "whoami.get": () => buildWhoAmI(),
      "organizations.get": () => buildOrganization({ plan: "free" }),
    });
    open();
    await waitFor(() => expect(screen.queryByRole("checkbox", { name: /Renew it by itself/ })).toBeNull());
  });

  it("an organization's longest lifetime takes the longer ends away and offers itself", async () => {
    calls = answerTrpc({
      "whoami.get": () => buildWhoAmI(),
      "organizations.get": () => buildOrganization({}, { api_key_days_max: 60 }),
      "apiKeys.create": () => ({ ...buildApiKey(), key: secret }),
      "apiKeys.get": () => buildApiKeyWithUsage(),
    });
    open();
    expect((await screen.findByRole("radio", { name: "60 days" })).getAttribute("aria-checked")).toBe("true");
    expect(screen.queryByRole("radio", { name: "Never" })).toBeNull();
    expect(screen.queryByRole("radio", { name: "90 days" })).toBeNull();
    await createKey();
    const [input] = created() as { expires_at: string }[];
    expect((Date.parse(input?.expires_at ?? "") - Date.now()) / 86_400_000).toBeCloseTo(60, 1);
  });

  it("K62: an admin:* key asks for the password in place, and the form is not lost", async () => {
    let isRecent = false;
    answerTrpc({
      "auth.session": () => ({ user: null }),
      "auth.confirm": () => {
        isRecent = true;
        return { recent_until: "2026-01-02T03:19:05Z" };
      },
      "apiKeys.create": () => {
        if (!isRecent)
          throw new Refusal({ code: "recent_sign_in_required", status: 403, detail: "Confirm first." });
        return { ...buildApiKey(), key: secret };
      },
      "apiKeys.get": () => buildApiKeyWithUsage(),
    });
    open();
    await user.type(screen.getByLabelText("Name"), "Shelf display");
    await user.click(screen.getByText("Custom"));
    await user.click(screen.getByRole("checkbox", { name: /Everything/ }));
    await submit();
    await user.type(await screen.findByLabelText("Password"), "a few words in a row");
    await user.click(screen.getByRole("button", { name: "Confirm" }));
    expect(await screen.findByText(secret)).toBeTruthy();
  });

  it("shows the server's refusal and keeps what was typed", async () => {
    answerTrpc({
      "apiKeys.create": () => {
        throw new Refusal({ code: "limit_reached", status: 422, detail: "Revoke some keys first." });
      },
    });
    open();
    await user.type(screen.getByLabelText("Name"), "Shelf display");
    await submit();
    expect(await screen.findByText("Revoke some keys first.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Shelf display");
  });
});

describe("the secret", () => {
  it("puts the focus on Copy", async () => {
    open();
    await createKey();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Copy the key");
  });

  it("Done stays disabled until the secret was copied", async () => {
    open();
    await createKey();
    expect(done().disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Copy the key" }));
    await waitFor(() => expect(done().disabled).toBe(false));
    expect(await navigator.clipboard.readText()).toBe(secret);
  });

  it("Done stays disabled until storing it was ticked", async () => {
    open();
    await createKey();
    await user.click(screen.getByRole("checkbox", { name: "I have stored it" }));
    expect(done().disabled).toBe(false);
    await user.click(done());
    expect(onClose).toHaveBeenCalledWith("key_1");
  });

  it("Esc on the secret asks first, and staying keeps it in sight", async () => {
    open();
    await createKey();
    await user.keyboard("{Escape}");
    expect(await screen.findByText("Close without storing the key?")).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByText(secret)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });

  it("closes without it once that was answered, and says which key was made", async () => {
    open();
    await createKey();
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Close anyway" }));
    expect(onClose).toHaveBeenCalledWith("key_1");
  });

  it("Esc does not ask once it was stored", async () => {
    open();
    await createKey();
    await user.click(screen.getByRole("checkbox", { name: "I have stored it" }));
    await user.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledWith("key_1");
  });

  it("stands in no cache", async () => {
    open();
    await createKey();
    const kept = [
      ...queryClient
        .getQueryCache()
        .getAll()
        .map((query) => query.state),
      ...queryClient
        .getMutationCache()
        .getAll()
        .map((mutation) => mutation.state),
    ];
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it("a key that was made disabled does not wait for a call that would be refused", async () => {
    answerTrpc({
      "apiKeys.create": () => ({ ...buildApiKey({ status: "disabled" }), key: secret }),
      "apiKeys.get": () => buildApiKeyWithUsage({ status: "disabled" }),
    });
    open();
    await createKey();
    expect(screen.getByText(/works once you enable it/)).toBeTruthy();
    expect(await screen.findByText(/enable it before its first call/)).toBeTruthy();
  });

  it("tells when the first call arrives, and from where", async () => {
    open();
    await createKey();
    expect(screen.getByText("Waiting for the first call…")).toBeTruthy();
    usedAt = new Date().toISOString();
    expect(await screen.findByText("Connected", {}, { timeout: 4_000 })).toBeTruthy();
    expect(screen.getByText(/from 10\.0\.0\.7/)).toBeTruthy();
  });
});
