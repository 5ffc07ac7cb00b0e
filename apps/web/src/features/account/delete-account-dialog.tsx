import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { TypedConfirmDialog } from "../settings/typed-confirm-dialog.tsx";
import { useConfirmed } from "./use-confirmed.tsx";

interface DeleteAccountDialogProps {
  isOpen: boolean;
  email: string;
  onClose: () => void;
}

export function DeleteAccountDialog({ isOpen, email, onClose }: DeleteAccountDialogProps) {
  const router = useRouter();
  const { confirmed, confirmDialog } = useConfirmed();
  const call = useMutation(trpc.account.remove.mutationOptions());
  const remove = useMutation({
    mutationFn: () => confirmed(() => call.mutateAsync()),
    onSuccess: async (removed) => {
      if (!removed) return;
      queryClient.removeQueries({ queryKey: trpc.auth.session.queryKey() });
      await router.navigate({ to: "/sign-in" });
      queryClient.clear();
      showToast({ title: "Your account was deleted." });
    },
  });

  return (
    <TypedConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title="Delete your account?"
      expected={email}
      noun="address"
      confirmLabel="Delete account"
      onConfirm={() => remove.mutate()}
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
    >
      <ul className="flex list-disc flex-col gap-1 pl-4">
        <li>You are signed out everywhere, and cannot sign in any more.</li>
        <li>Keys that act as you stop at once, in every organization.</li>
        <li>An organization of which you are the only member ends with all that it holds.</li>
        <li>What you did stays told in the organizations that go on.</li>
      </ul>
      {confirmDialog}
    </TypedConfirmDialog>
  );
}
