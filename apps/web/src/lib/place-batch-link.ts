import type { AppRouter } from "@stowage/api/router";
import { httpBatchLink, type OperationLink, type TRPCLink } from "@trpc/client";
import { whereHeaders } from "./where.ts";

interface PlaceBatchOptions {
  url: string;
  maxURLLength: number;
}

/**
 * Batches requests, each with the organization and environment that the reader was in when it was asked: no batch
 * mixes two places, and a switch does not redirect what is on its way.
 */
export function placeBatchLink(options: PlaceBatchOptions): TRPCLink<AppRouter> {
  return (runtime) => {
    const links = new Map<string, OperationLink<AppRouter>>();
    return (request) => {
      const headers = whereHeaders();
      const place = JSON.stringify(headers);
      const link = links.get(place) ?? httpBatchLink<AppRouter>({ ...options, headers })(runtime);
      links.set(place, link);
      return link(request);
    };
  };
}
