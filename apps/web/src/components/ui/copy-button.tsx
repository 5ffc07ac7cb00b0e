import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { copyText } from "../../lib/clipboard.ts";
import { showToast } from "../../lib/toasts.ts";
import { Button, type ButtonProps } from "./button.tsx";

const CONFIRMED_MS = 2_000;

type CopyButtonProps = Omit<ButtonProps, "onClick" | "children"> & {
  text: string;
  /** What is copied, for screen readers: "Copy the key". */
  label: string;
  /** Shows the icon alone. */
  isIconOnly?: boolean;
  onCopied?: () => void;
};

export function CopyButton({ text, label, isIconOnly = false, onCopied, ...props }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    if (!(await copyText(text))) {
      showToast({
        title: "The browser did not allow copying.",
        text: "Select the text and copy it by hand.",
        tone: "error",
      });
      return;
    }
    setIsCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsCopied(false), CONFIRMED_MS);
    onCopied?.();
  }

  const Icon = isCopied ? Check : Copy;
  return (
    <Button aria-label={isCopied ? "Copied" : label} title={label} onClick={() => void copy()} {...props}>
      <Icon aria-hidden className={isCopied ? "text-ok-ink" : undefined} />
      {isIconOnly ? null : <span aria-hidden>{isCopied ? "Copied" : "Copy"}</span>}
      <span role="status" className="sr-only">
        {isCopied ? "Copied" : ""}
      </span>
    </Button>
  );
}
