import { Tabs } from "@base-ui/react/tabs";
import { CodeBlock } from "../../components/ui/code-block.tsx";
import type { Snippet } from "./snippets.ts";

interface SnippetTabsProps {
  snippets: readonly Snippet[];
  onCopied: () => void;
}

/** The same key, ready for the place where it will live. */
export function SnippetTabs({ snippets, onCopied }: SnippetTabsProps) {
  return (
    <Tabs.Root defaultValue={snippets[0]?.name}>
      <Tabs.List
        aria-label="Snippets"
        className="-mx-1 mb-2 flex gap-0.5 overflow-x-auto border-b border-line px-1 pt-1"
      >
        {snippets.map((snippet) => (
          <Tabs.Tab
            key={snippet.name}
            value={snippet.name}
            className="-mb-px h-8 shrink-0 border-b-2 border-transparent px-2.5 text-ui whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent-ink data-active:font-medium data-active:text-ink coarse:h-11"
          >
            {snippet.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map((snippet) => (
        <Tabs.Panel key={snippet.name} value={snippet.name} className="flex min-w-0 flex-col gap-1.5">
          <CodeBlock code={snippet.code} label={`${snippet.label} snippet`} onCopied={onCopied} />
          <p className="text-xs text-muted">{snippet.hint}</p>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
