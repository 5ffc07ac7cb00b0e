import { Dialog as Base } from "@base-ui/react/dialog";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { Archive, Package, Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { scrimStyles } from "../../components/ui/dialog.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { ACTION_SECTIONS, useActions } from "../../lib/actions.ts";

interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
}

const groupStyles =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint";

/** Everything one can do here, found by typing. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState("");
  const actions = useActions().filter((action) => !action.isPaletteHidden);
  const sections = ACTION_SECTIONS.filter((section) => actions.some((action) => action.section === section));
  const navigate = useNavigate();
  const q = query.trim();
  const choose = (run: () => void) => {
    onClose();
    run();
  };

  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      onOpenChangeComplete={(next) => {
        if (!next) setQuery("");
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={scrimStyles} />
        <Base.Popup
          aria-label="Search or jump"
          className="fixed top-[max(1rem,12vh)] left-1/2 z-40 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl bg-surface shadow-dialog outline-none transition duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
        >
          <Command label="Search or jump" loop className="flex max-h-[min(28rem,70dvh)] flex-col">
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 text-faint" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder="Search, go somewhere, do something…"
                className="h-12 grow bg-transparent text-sm outline-none coarse:text-base"
              />
              <Kbd keys="Escape" />
            </div>
            <Command.List className="grow overflow-y-auto overscroll-contain p-1.5">
              {sections.map((section) => (
                <Command.Group key={section} heading={section} className={groupStyles}>
                  {actions
                    .filter((action) => action.section === section)
                    .map(({ id, label, icon: Icon, keys, keywords, run }) => (
                      <PaletteItem
                        key={id}
                        value={label}
                        {...(keywords && { keywords })}
                        onSelect={() => choose(run)}
                        icon={Icon ? <Icon aria-hidden className="size-4 text-muted" /> : null}
                      >
                        <span className="grow">{label}</span>
                        {keys ? <Kbd keys={keys} /> : null}
                      </PaletteItem>
                    ))}
                </Command.Group>
              ))}
              {q === "" ? null : (
                <Command.Group heading="Search" forceMount className={groupStyles}>
                  <PaletteItem
                    value={`search items ${q}`}
                    isAlwaysShown
                    onSelect={() => choose(() => void navigate({ to: "/items", search: { q } }))}
                    icon={<Package aria-hidden className="size-4 text-muted" />}
                  >
                    <span className="truncate">Find items with “{q}”</span>
                  </PaletteItem>
                  <PaletteItem
                    value={`search bins ${q}`}
                    isAlwaysShown
                    onSelect={() => choose(() => void navigate({ to: "/bins", search: { q } }))}
                    icon={<Archive aria-hidden className="size-4 text-muted" />}
                  >
                    <span className="truncate">Find bins with “{q}”</span>
                  </PaletteItem>
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

interface PaletteItemProps {
  value: string;
  keywords?: string[];
  isAlwaysShown?: boolean;
  onSelect: () => void;
  icon: ReactNode;
  children: ReactNode;
}

function PaletteItem({ value, keywords, isAlwaysShown, onSelect, icon, children }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      {...(keywords && { keywords })}
      forceMount={isAlwaysShown ?? false}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-ui select-none data-[selected=true]:bg-hover coarse:h-11"
    >
      {icon}
      {children}
    </Command.Item>
  );
}
