import { type ReactNode, useEffect, useRef } from "react";
import { BrandMark } from "../../components/brand-mark.tsx";
import { cx } from "../../lib/class-names.ts";
import { useDocumentTitle } from "../../lib/document-title.ts";

interface AccountCardProps {
  title: string;
  text: ReactNode;
  /** Room for a form of many choices. */
  isWide?: boolean;
  /** It follows another screen on a press of a button: the focus goes to its heading, and so is heard what came of it. */
  isNext?: boolean;
  children: ReactNode;
}

/** The whole screen of a stranger: the brand, a heading and one form. */
export function AccountCard({ title, text, isWide = false, isNext = false, children }: AccountCardProps) {
  useDocumentTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNext) heading.current?.focus();
  }, [isNext]);
  return (
    <main
      className={cx(
        "flex min-h-dvh flex-col items-center px-4 pb-12",
        isWide ? "pt-8 sm:pt-12" : "pt-[max(3rem,14vh)]",
      )}
    >
      <div className={cx("w-full", isWide ? "max-w-2xl" : "max-w-sm")}>
        <div className="mb-6 flex items-center gap-2.5">
          <BrandMark className="size-8" />
          <span className="text-base font-semibold tracking-tight">Stowage</span>
        </div>
        <h1
          ref={heading}
          tabIndex={isNext ? -1 : undefined}
          className="text-xl font-semibold tracking-tight text-balance break-words outline-none"
        >
          {title}
        </h1>
        <p className="mt-1 mb-6 text-ui text-muted">{text}</p>
        {children}
      </div>
    </main>
  );
}
