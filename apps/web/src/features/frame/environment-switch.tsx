import { FlaskConical } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { useEnvironment } from "../../lib/where.ts";
import { useChooseEnvironment } from "./use-choose-environment.ts";

/** Between the live data and the test data of the organization. */
export function EnvironmentSwitch({ className }: { className?: string }) {
  const isTest = useEnvironment() === "test";
  const choose = useChooseEnvironment();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isTest}
      onClick={() => choose(isTest ? "live" : "test")}
      className={cx(
        "flex w-full items-center text-left transition-colors hover:bg-hover",
        isTest ? "font-medium text-test-ink" : "text-muted hover:text-ink coarse:text-ink",
        className,
      )}
    >
      <FlaskConical aria-hidden className="size-4 shrink-0" />
      <span className="grow">Test mode</span>
      <span
        aria-hidden
        className={cx(
          "inline-flex h-4.5 w-8 shrink-0 items-center rounded-full p-0.5 transition-colors coarse:h-6 coarse:w-11",
          isTest ? "bg-test" : "bg-control",
        )}
      >
        <span
          className={cx(
            "size-3.5 rounded-full shadow-raised transition-transform coarse:size-5",
            isTest ? "translate-x-3.5 bg-on-test coarse:translate-x-5" : "bg-on-accent",
          )}
        />
      </span>
    </button>
  );
}
