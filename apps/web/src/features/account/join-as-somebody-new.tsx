import type { SessionState } from "@stowage/contract/accounts";
import type { InvitationPreview } from "@stowage/contract/invitations";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { showToast } from "../../lib/toasts.ts";
import { enterSession } from "./enter-session.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

interface JoinAsSomebodyNewProps {
  token: string;
  preview: InvitationPreview;
  /** They signed in, and have yet to accept. */
  onSignedIn: (session: SessionState) => void;
}

/** For somebody who is not signed in: an account that joins at once, or the account that they have. */
export function JoinAsSomebodyNew({ token, preview, onSignedIn }: JoinAsSomebodyNewProps) {
  const router = useRouter();
  const [hasAccount, setHasAccount] = useState(preview.has_account === true);
  return (
    <>
      {hasAccount ? (
        <SignInForm
          email={preview.email ?? ""}
          submitLabel="Sign in and join"
          onSignedIn={async (session) => onSignedIn(session)}
        />
      ) : (
        <SignUpForm
          submitLabel="Make account and join"
          invitation={token}
          invitedEmail={preview.email}
          onSignedUp={async (session) => {
            enterSession(session);
            await router.navigate({ to: "/", replace: true });
            showToast({ title: `This is ${preview.organization.name}.` });
          }}
        />
      )}
      {preview.has_account === null ? (
        <p className="mt-6 text-ui text-muted">
          {hasAccount ? "New here?" : "You have an account?"}{" "}
          <Button
            variant="quiet"
            className="px-1 font-normal text-accent-ink"
            onClick={() => setHasAccount(!hasAccount)}
          >
            {hasAccount ? "Make an account" : "Sign in"}
          </Button>
        </p>
      ) : null}
    </>
  );
}
