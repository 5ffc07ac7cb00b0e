import { ScanLine } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { cx } from "../../lib/class-names.ts";
import { curlFor } from "../../lib/curl.ts";
import { isUnanswered, type ScanEntry, sentenceOf } from "./scan-entry.ts";
import { ScanRow } from "./scan-row.tsx";
import type { ScanLog } from "./use-scan-log.ts";

/** What was scanned, the newest on top. */
export function ScanList({ log, onClaim }: { log: ScanLog; onClaim: (entry: ScanEntry) => void }) {
  const [newest] = log.entries;
  const waiting = log.entries.filter(isUnanswered).length;
  return (
    <section
      aria-label="Scanned"
      // On a phone what was scanned goes before the box to type in, and the words for none after it.
      className={cx("min-w-0 lg:row-span-2", !newest && "max-lg:order-last")}
    >
      <p role="status" aria-live="polite" className="sr-only">
        {newest ? announced(newest) : ""}
      </p>
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        {waiting > 1 ? (
          <div className="flex items-center justify-between gap-3 border-b border-line bg-warn-soft px-4 py-2 text-ui text-warn-ink">
            {waiting} scans wait for the server.
            <Button size="sm" onClick={() => void log.retryUnanswered()}>
              Send them again
            </Button>
          </div>
        ) : null}
        {newest ? (
          <ul className="divide-y divide-line">
            {log.entries.map((entry) => (
              <ScanRow key={entry.id} entry={entry} log={log} onClaim={onClaim} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={ScanLine}
            title="Nothing scanned yet"
            text="What you scan is listed here with what became of it, and can be taken back."
            curl={curlFor("POST /scan", { code: "4006381333931", action: "add" })}
          />
        )}
      </div>
    </section>
  );
}

const announced = (entry: ScanEntry) => (entry.state === "sending" ? "" : sentenceOf(entry));
