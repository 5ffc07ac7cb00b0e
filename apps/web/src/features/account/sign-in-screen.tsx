import { useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { sessionOptions } from "../../lib/trpc.ts";
import { AccountCard } from "./account-card.tsx";
import { enterSession } from "./enter-session.ts";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInScreenProps {
  /** The path to go to afterwards. */
  next: string;
  hasSessionEnded: boolean;
}

export function SignInScreen({ next, hasSessionEnded }: SignInScreenProps) {
  const router = useRouter();
  const { data: session } = useQuery(sessionOptions);
  const [isSecondStep, setIsSecondStep] = useState(false);

  return (
    <AccountCard
      title={isSecondStep ? "Enter your code" : "Sign in"}
      text={
        isSecondStep
          ? "The password was right. This account has a second factor, too."
          : hasSessionEnded
            ? "Your session has ended. Sign in to go on where you were."
            : "To your inventory and its keys."
      }
    >
      <SignInForm
        submitLabel="Sign in"
        onStepChange={setIsSecondStep}
        onSignedIn={async (entered) => {
          enterSession(entered);
          await router.navigate({ href: next, replace: true });
        }}
      />
      {session?.can_sign_up && !isSecondStep ? (
        <p className="mt-6 text-ui text-muted">
          New here?{" "}
          <Link to="/welcome" className="text-accent-ink hover:underline">
            Make an account
          </Link>
        </p>
      ) : null}
    </AccountCard>
  );
}
