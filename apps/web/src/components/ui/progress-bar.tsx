interface ProgressBarProps {
  /** What is going on: "Importing". */
  label: string;
  /** Between 0 and 1; null while nobody knows. */
  share: number | null;
  /** How far it is, in words. */
  text: string;
}

/** Work that takes a while: how far it is, in a bar and in words. */
export function ProgressBar({ label, share, text }: ProgressBarProps) {
  const percent = share === null ? null : Math.round(Math.min(1, share) * 100);
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent !== null && { "aria-valuenow": percent })}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-pressed"
      >
        <div
          className={
            percent === null
              ? "h-full w-full animate-shimmer bg-accent"
              : "h-full rounded-full bg-accent transition-[width] duration-300"
          }
          {...(percent !== null && { style: { width: `${percent}%` } })}
        />
      </div>
      <p className="mt-1.5 text-xs text-muted tabular-nums">{text}</p>
    </div>
  );
}
