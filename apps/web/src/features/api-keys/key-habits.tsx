import { EyeOff, KeyRound, RefreshCw } from "lucide-react";

const ADVICE = [
  {
    icon: KeyRound,
    title: "One key per application",
    text: "Then you can end one without stopping the others.",
  },
  {
    icon: EyeOff,
    title: "Keep it out of the code",
    text: "Use an environment variable or a secret manager, never a repository or a web page.",
  },
  {
    icon: RefreshCw,
    title: "Replace it in time",
    text: "Every 90 days for live data, every 180 for test. An expiry reminds you.",
  },
];

/** K15: three habits that keep keys harmless. */
export function KeyHabits() {
  return (
    <aside
      aria-label="Advice"
      className="shrink-0 max-md:mt-6 max-md:border-t max-md:border-line max-md:pt-5 md:w-56"
    >
      <ul className="flex flex-col gap-4 md:sticky md:top-0">
        {ADVICE.map(({ icon: Icon, title, text }) => (
          <li key={title} className="flex gap-2.5">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
            <div>
              <p className="text-ui font-medium text-ink">{title}</p>
              <p className="mt-0.5 text-xs text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
