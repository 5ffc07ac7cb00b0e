import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { sessionOptions } from "../../lib/trpc.ts";
import { AccountCard } from "./account-card.tsx";
import { enterSession } from "./enter-session.ts";
import { SignUpForm } from "./sign-up-form.tsx";

/** Makes an account: on a new instance the first one, which owns it. */
export function WelcomeScreen() {
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionOptions);
  return (
    <AccountCard
      title={session?.is_first_run ? "Make the first account" : "Make an account"}
      text={
        session?.is_first_run
          ? "It owns this Stowage. There is no default password, and nothing leaves your server."
          : "You start with an empty inventory of your own."
      }
    >
      <SignUpForm
        submitLabel="Make account"
        onSignedUp={async (entered) => {
          enterSession(entered);
          await navigate({ to: "/", replace: true });
        }}
      />
      {session && !session.is_first_run ? (
        <p className="mt-6 text-ui text-muted">
          You have one?{" "}
          <Link to="/sign-in" className="text-accent-ink hover:underline">
            Sign in
          </Link>
        </p>
      ) : null}
    </AccountCard>
  );
}
