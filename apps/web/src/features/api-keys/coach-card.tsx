import type { ApiKeyWithUsage } from "@stowage/contract/api-keys";
import { Hourglass, type LucideIcon, MoonStar, RefreshCw, Scissors } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "./card.tsx";
import { type CoachKind, coachLines } from "./coach.ts";
import { useTrim } from "./use-trim.tsx";

interface CoachCardProps {
  apiKey: ApiKeyWithUsage;
  isSwitching: boolean;
  onDisable: () => void;
  onRotate: () => void;
  onRevoke: () => void;
}

const ICONS: Record<CoachKind, LucideIcon> = {
  unused: MoonStar,
  too_wide: Scissors,
  old_secret: RefreshCw,
  not_renewed: Hourglass,
};

/** K37: what would make a key safer, each with the one press that does it. Nothing when all is well. */
export function CoachCard({ apiKey, isSwitching, onDisable, onRotate, onRevoke }: CoachCardProps) {
  const { isTrimming, trim, confirmDialog } = useTrim(apiKey);
  const lines = coachLines(apiKey, new Date());
  // Undo may need it when there is nothing left to advise.
  if (lines.length === 0) return confirmDialog;
  const actions: Record<CoachKind, ReactNode> = {
    unused: (
      <>
        {apiKey.status === "disabled" ? null : (
          <Button isBusy={isSwitching} onClick={onDisable}>
            Disable it
          </Button>
        )}
        <Button variant="quiet-danger" onClick={onRevoke}>
          Revoke it
        </Button>
      </>
    ),
    too_wide: (
      <Button isBusy={isTrimming} onClick={trim}>
        Trim to what it used
      </Button>
    ),
    old_secret: <Button onClick={onRotate}>Rotate it</Button>,
    not_renewed: null,
  };
  return (
    <Card title="Worth a look" isFlush className="mb-6">
      <ul className="divide-y divide-line">
        {lines.map(({ kind, title, text }) => {
          const Icon = ICONS[kind];
          return (
            <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <span className="flex min-w-0 grow basis-80 gap-3 max-sm:basis-full">
                <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-ink" />
                <span className="min-w-0 text-ui">
                  <span className="block font-medium text-ink">{title}</span>
                  <span className="block text-muted">{text}</span>
                </span>
              </span>
              <span className="flex shrink-0 gap-2 max-sm:w-full max-sm:*:grow">{actions[kind]}</span>
            </li>
          );
        })}
      </ul>
      {confirmDialog}
    </Card>
  );
}
