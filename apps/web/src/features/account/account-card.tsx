import type { ReactNode } from "react";
import { BrandMark } from "../../components/brand-mark.tsx";
import { useDocumentTitle } from "../../lib/document-title.ts";

interface AccountCardProps {
  title: string;
  text: ReactNode;
  children: ReactNode;
}

/** The whole screen of a stranger: the brand, a heading and one form. */
export function AccountCard({ title, text, children }: AccountCardProps) {
  useDocumentTitle(title);
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(3rem,14vh)] pb-12">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-2.5">
          <BrandMark className="size-8" />
          <span className="text-base font-semibold tracking-tight">Stowage</span>
        </div>
        <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
        <p className="mt-1 mb-6 text-ui text-muted">{text}</p>
        {children}
      </div>
    </main>
  );
}
