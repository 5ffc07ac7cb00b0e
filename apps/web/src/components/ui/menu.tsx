import { Menu as Base } from "@base-ui/react/menu";
import type { LucideIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { Kbd } from "./kbd.tsx";

interface MenuProps {
  /** The button that opens it, named. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  /** Opens as soon as it is there: its trigger was pressed already. */
  isOpenAtFirst?: boolean;
  className?: string;
  children: ReactNode;
}

/** A menu of actions; its children are {@link MenuItem} and {@link MenuSeparator}. */
export function Menu({
  trigger,
  align = "end",
  side = "bottom",
  isOpenAtFirst = false,
  className,
  children,
}: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={isOpenAtFirst}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            className={cx(
              "max-h-(--available-height) min-w-44 origin-(--transform-origin) overflow-y-auto rounded-lg bg-surface p-1 text-ui text-ink shadow-popup outline-none transition duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export const menuItemStyles =
  "flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover coarse:h-11 coarse:px-3";

interface MenuItemProps {
  icon?: LucideIcon;
  keys?: string;
  tone?: "normal" | "danger";
  isDisabled?: boolean;
  onSelect?: () => void;
  /** A link to go to instead of a handler: `<Link to="/settings" />`. */
  link?: ReactElement;
  children: ReactNode;
}

export function MenuItem({
  icon: Icon,
  keys,
  tone = "normal",
  isDisabled,
  onSelect,
  link,
  children,
}: MenuItemProps) {
  const className = cx(
    menuItemStyles,
    tone === "danger" && "text-danger-ink data-highlighted:bg-danger-soft",
  );
  const content = (
    <>
      {Icon ? <Icon aria-hidden className={cx("size-4", tone === "normal" && "text-muted")} /> : null}
      <span className="min-w-0 grow">{children}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </>
  );
  if (link) {
    return (
      <Base.LinkItem render={link} closeOnClick className={className}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item className={className} disabled={isDisabled ?? false} onClick={onSelect}>
      {content}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
