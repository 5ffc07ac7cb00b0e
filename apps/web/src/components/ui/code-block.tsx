import { cx } from "../../lib/class-names.ts";
import { CopyButton } from "./copy-button.tsx";

interface CodeBlockProps {
  code: string;
  /** What the code is: "Command", "Key". */
  label: string;
  /** Breaks long lines instead of scrolling. */
  isWrapped?: boolean;
  onCopied?: () => void;
  className?: string;
}

/** Code that one can copy. It scrolls sideways by keyboard too. */
export function CodeBlock({ code, label, isWrapped = false, onCopied, className }: CodeBlockProps) {
  return (
    <div className={cx("relative rounded-lg border border-line bg-sunken", className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be a landmark */}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={label}
        className={cx(
          "overflow-x-auto rounded-lg py-2.5 pr-12 pl-3 font-mono text-xs leading-5 text-ink",
          isWrapped && "break-all whitespace-pre-wrap",
        )}
      >
        <code>{code}</code>
      </pre>
      <CopyButton
        text={code}
        label={`Copy the ${label.toLowerCase()}`}
        isIconOnly
        variant="quiet"
        size="sm"
        className="absolute top-1.5 right-1.5 bg-sunken px-1.5 coarse:top-0 coarse:right-0"
        {...(onCopied ? { onCopied } : {})}
      />
    </div>
  );
}
