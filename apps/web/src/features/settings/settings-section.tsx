import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";

interface SettingsSectionProps {
  title: string;
  /** What it is about, where the title does not say it all. */
  text?: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  /** What is done here cannot be undone. */
  isDangerous?: boolean;
  children: ReactNode;
}

/** A card of settings under a heading; what is in it is divided by lines. */
export function SettingsSection({
  title,
  text,
  action,
  isDangerous = false,
  children,
}: SettingsSectionProps) {
  return (
    <section aria-label={title} className="mb-8">
      <div className="mb-2 flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-ui font-semibold">{title}</h2>
          {text ? <p className="mt-0.5 text-ui text-muted">{text}</p> : null}
        </div>
        {action}
      </div>
      <div
        className={cx(
          "divide-y divide-line overflow-hidden rounded-lg border bg-surface shadow-raised",
          isDangerous ? "border-danger/50" : "border-line",
        )}
      >
        {children}
      </div>
    </section>
  );
}

interface SettingsRowProps {
  label: ReactNode;
  text?: ReactNode;
  /** What can be done about it, or its value. */
  children?: ReactNode;
}

/** One fact or one thing to do: words at the left, the value or the button at the right. */
export function SettingsRow({ label, text, children }: SettingsRowProps) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 basis-60 grow">
        <div className="text-ui">{label}</div>
        {text ? <div className="text-xs text-muted">{text}</div> : null}
      </div>
      {children}
    </div>
  );
}
