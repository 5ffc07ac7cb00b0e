import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { forgetWhere } from "../../lib/where.ts";

/** Ends the session here and on the server, and forgets all that was read. */
export function useSignOut(): () => void {
  const router = useRouter();
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.removeQueries({ queryKey: trpc.auth.session.queryKey() });
        await router.navigate({ to: "/sign-in" });
        queryClient.clear();
        forgetWhere();
      },
      onError: (error) => showProblem("You are still signed in.", error),
    }),
  );
  return () => signOut.mutate();
}
