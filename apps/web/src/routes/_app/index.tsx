import { createFileRoute } from "@tanstack/react-router";
import { HomeScreen } from "../../features/home/home-screen.tsx";
import { dataOfScreen } from "../../lib/first-screen.ts";
import { queryClient, summaryOptions } from "../../lib/trpc.ts";

export const Route = createFileRoute("/_app/")({
  loader: () => dataOfScreen(queryClient.prefetchQuery(summaryOptions)),
  component: HomeScreen,
});
