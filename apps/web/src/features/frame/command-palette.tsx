import { Dialog as Base } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { Archive, Package, Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { HitLine } from "../../components/search/hit-line.tsx";
import { useOpenThing } from "../../components/search/use-open-thing.ts";
import { scrimStyles } from "../../components/ui/dialog.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { ACTION_SECTIONS, type Action, useActions } from "../../lib/actions.ts";
import { matchActions } from "../../lib/match-actions.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { useRecentThings } from "./use-recent-things.ts";

interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
}

/** As many actions as leave room for what is found. */
const ACTIONS_SHOWN = 5;
const HITS_SHOWN = 8;

/** Everything one can do here, and everything there is, found by typing. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState("");
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
          {/* What is listed is chosen below, by the server and by the actions' words. */}
          <Command
            label="Search or jump"
            loop
            shouldFilter={false}
            className="flex max-h-[min(28rem,70dvh)] flex-col"
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 text-faint" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                maxLength={200}
                placeholder="Find, go, or do something…"
                className="h-12 grow bg-transparent text-sm outline-none coarse:text-base"
              />
              <Kbd keys="Escape" />
            </div>
            <Command.List className="relative grow overflow-y-auto overscroll-contain p-1.5">
              {query.trim() === "" ? (
                <Everything onChoose={choose} />
              ) : (
                <Matches q={query.trim()} onChoose={choose} />
              )}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type OnChoose = (run: () => void) => void;

/** Before anything is typed: the things looked at last, and all actions. */
function Everything({ onChoose }: { onChoose: OnChoose }) {
  const actions = usePaletteActions();
  const recent = useRecentThings();
  const open = useOpenThing();
  return (
    <>
      {recent.length === 0 ? null : (
        <PaletteGroup heading="Recent">
          {recent.map((thing) => (
            <PaletteItem key={thing.id} value={thing.id} onSelect={() => onChoose(() => open(thing))}>
              <HitLine hit={thing} />
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
      {ACTION_SECTIONS.map((section) => {
        const ofSection = actions.filter((action) => action.section === section);
        return ofSection.length === 0 ? null : (
          <PaletteGroup key={section} heading={section}>
            {ofSection.map((action) => (
              <ActionItem key={action.id} action={action} onChoose={onChoose} />
            ))}
          </PaletteGroup>
        );
      })}
    </>
  );
}

/** What the typed text finds: actions at once, things as the server answers. */
function Matches({ q, onChoose }: { q: string; onChoose: OnChoose }) {
  const actions = matchActions(usePaletteActions(), q).slice(0, ACTIONS_SHOWN);
  const settled = useSettled(q);
  const found = useQuery(
    trpc.search.search.queryOptions(
      { q: settled, limit: HITS_SHOWN },
      { placeholderData: (previous) => previous },
    ),
  );
  const hits = found.data?.data ?? [];
  const isAnswered = settled === q && !found.isFetching;
  const navigate = useNavigate();
  const open = useOpenThing();
  return (
    <>
      <RefetchLine isActive={!isAnswered} />
      {actions.length === 0 ? null : (
        <PaletteGroup heading="Actions">
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} onChoose={onChoose} />
          ))}
        </PaletteGroup>
      )}
      {hits.length === 0 ? null : (
        <PaletteGroup heading="Items, bins and locations">
          {hits.map((hit) => (
            <PaletteItem key={hit.id} value={hit.id} onSelect={() => onChoose(() => open(hit))}>
              <HitLine hit={hit} />
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
      {/* Last to come, so that it is not what Enter takes while better is on its way. */}
      {isAnswered ? (
        <PaletteGroup heading={hits.length === 0 ? "Nothing has such a name" : "Lists"}>
          <PaletteItem
            value="search items"
            onSelect={() => onChoose(() => void navigate({ to: "/items", search: { q } }))}
          >
            <Package aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="truncate">List items with “{q}”</span>
          </PaletteItem>
          <PaletteItem
            value="search bins"
            onSelect={() => onChoose(() => void navigate({ to: "/bins", search: { q } }))}
          >
            <Archive aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="truncate">List bins with “{q}”</span>
          </PaletteItem>
        </PaletteGroup>
      ) : null}
    </>
  );
}

function usePaletteActions(): Action[] {
  return useActions().filter((action) => !action.isPaletteHidden);
}

function ActionItem({ action, onChoose }: { action: Action; onChoose: OnChoose }) {
  const { id, label, icon: Icon, keys, run } = action;
  return (
    <PaletteItem value={id} onSelect={() => onChoose(run)}>
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-muted" /> : null}
      <span className="min-w-0 grow truncate">{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </PaletteItem>
  );
}

function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

interface PaletteItemProps {
  /** Unique in the list. */
  value: string;
  onSelect: () => void;
  children: ReactNode;
}

function PaletteItem({ value, onSelect, children }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-ui select-none data-[selected=true]:bg-hover coarse:min-h-11"
    >
      {children}
    </Command.Item>
  );
}
