import { type ReactElement, useState } from "react";
import { Popover } from "../../components/ui/popover.tsx";
import { ItemFilterForm } from "./item-filter-form.tsx";
import type { ItemsSearch } from "./items-search.ts";

interface ItemFilterPopoverProps {
  trigger: ReactElement;
  isOpenAtFirst: boolean;
  search: ItemsSearch;
  onApply: (search: ItemsSearch) => void;
}

export function ItemFilterPopover({ trigger, isOpenAtFirst, search, onApply }: ItemFilterPopoverProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <Popover isOpen={isOpen} onOpenChange={setIsOpen} trigger={trigger} className="w-80">
      <ItemFilterForm
        search={search}
        onApply={(next) => {
          setIsOpen(false);
          onApply(next);
        }}
      />
    </Popover>
  );
}
