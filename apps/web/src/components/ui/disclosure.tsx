import { Collapsible } from "@base-ui/react/collapsible";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface DisclosureProps {
  label: string;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/**
 * Folds away what few need. What is inside keeps its values while it is folded. The browser's search in the page, or a
 * `beforematch` event of ours, opens it.
 */
export function Disclosure({ label, isOpenAtFirst = false, children }: DisclosureProps) {
  return (
    <Collapsible.Root defaultOpen={isOpenAtFirst}>
      <Collapsible.Trigger className="group -ml-1 inline-flex h-7 items-center gap-1 rounded-md px-1 text-ui font-medium text-muted hover:text-ink coarse:h-10">
        <ChevronRight aria-hidden className="size-4 transition-transform group-data-panel-open:rotate-90" />
        {label}
      </Collapsible.Trigger>
      <Collapsible.Panel hiddenUntilFound>{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
