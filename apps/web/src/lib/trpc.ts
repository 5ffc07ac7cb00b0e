import type { AppRouter } from "@stowage/api/router";
import { MutationCache, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import { createTRPCClient, httpLink, splitLink, type TRPCClient } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { connectionOf, reportConnection } from "./connection.ts";
import { oneWayPagingLink } from "./one-way-paging-link.ts";
import { placeBatchLink } from "./place-batch-link.ts";
import { problemOf } from "./problem.ts";
import { currentWhere, sessionHere, whereHeaders } from "./where.ts";

const STALE_MS = 15_000;
const ME_STALE_MS = 60_000;
const RETRIES_MAX = 1;
const RETRY_DELAY_MS = 500;
const BATCH_URL_LENGTH_MAX = 6_000;

/** Called when the session has ended under the reader's hands. The router fills it in. */
export const signedOutHandler: { run: () => void } = { run: () => {} };

/** Called when the server does not know the reader's organization as theirs. The router fills it in. */
export const placeLostHandler: { run: () => void } = { run: () => {} };

function watch(error: unknown): void {
  const connection = connectionOf(error);
  if (connection) reportConnection(connection);
  const problem = problemOf(error);
  if (problem?.code === "session_expired" || problem?.code === "missing_credentials") signedOutHandler.run();
  if (problem?.code === "not_found" && isAboutThisPlace(problem.detail)) placeLostHandler.run();
}

function isAboutThisPlace(detail: string): boolean {
  const { organizationId } = currentWhere();
  return organizationId !== null && detail.includes(organizationId);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch, onSuccess: () => reportConnection("ok") }),
  mutationCache: new MutationCache({ onError: watch, onSuccess: () => reportConnection("ok") }),
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      // The server's "no" stays no; only a missing answer or its own failure is worth asking again.
      retry: (failures, error) => failures < RETRIES_MAX && (problemOf(error)?.status ?? 500) >= 500,
      retryDelay: RETRY_DELAY_MS,
      // A fetch that fails is what tells us; the browser's own idea of "online" is wrong on a home network.
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** For what cannot wait for others to share a request with. */
const ALONE = { context: { isAlone: true } } as const;

/** For a mutation that must arrive even when the page is left in the same moment: sent at once, and not ended with it. */
export const OUTLIVES_PAGE = { context: { outlivesPage: true } } as const;

const client: TRPCClient<AppRouter> = createTRPCClient<AppRouter>({
  links: [
    oneWayPagingLink,
    splitLink({
      condition: ({ context }) => context.outlivesPage === true,
      true: httpLink({
        url: "/trpc",
        headers: whereHeaders,
        fetch: (url, init) => fetch(url, { ...init, keepalive: true }),
      }),
      // A batch waits for a timer, which does not run any more in a page that is left.
      false: splitLink({
        condition: ({ context }) => context.isAlone === true,
        true: httpLink({ url: "/trpc", headers: whereHeaders }),
        false: placeBatchLink({ url: "/trpc", maxURLLength: BATCH_URL_LENGTH_MAX }),
      }),
    }),
  ],
});

/** The server's procedures as query and mutation options: `useQuery(trpc.bins.list.queryOptions({ … }))`. */
export const trpc: TRPCOptionsProxy<AppRouter> = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** What the procedures answer, as it arrives: `Outputs["items"]["list"]`. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** Who the server takes the reader for, and what they may do. Roles seldom change, so it is asked seldom. */
export const meOptions = trpc.whoami.get.queryOptions(undefined, { staleTime: ME_STALE_MS });

/** The workspace in numbers. */
export const summaryOptions = trpc.summary.get.queryOptions();

/** The number of the newest event when a screen is first filled: what comes after it is told. */
export const liveStartOptions = queryOptions({
  queryKey: ["live start"],
  queryFn: async () => (await client.events.list.query({ limit: 1 })).data[0]?.seq ?? 0,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/**
 * The session as the guards read it: a failure shows at once, on a screen that tries again by itself. On a screen, it is
 * seen from where this tab is.
 */
export const sessionOptions = trpc.auth.session.queryOptions(undefined, {
  retry: false,
  select: sessionHere,
  trpc: ALONE,
});
