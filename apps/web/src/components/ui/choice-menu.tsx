import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement } from "react";
import { Menu, menuItemStyles } from "./menu.tsx";

export interface ChoiceMenuProps<Choice extends string> {
  /** The button that opens it, named. */
  trigger: ReactElement;
  isOpenAtFirst?: boolean;
  choices: readonly { id: Choice; label: string }[];
  chosen: readonly Choice[];
  onChosenChange: (chosen: readonly Choice[]) => void;
}

/** A menu of things that are on or off; it stays open, so that one may turn several. */
export function ChoiceMenu<Choice extends string>(props: ChoiceMenuProps<Choice>) {
  const { choices, chosen } = props;
  return (
    <Menu trigger={props.trigger} isOpenAtFirst={props.isOpenAtFirst ?? false}>
      {choices.map(({ id, label }) => (
        <Base.CheckboxItem
          key={id}
          checked={chosen.includes(id)}
          onCheckedChange={(isOn) =>
            props.onChosenChange(
              choices
                .map((choice) => choice.id)
                .filter((each) => (each === id ? isOn : chosen.includes(each))),
            )
          }
          className={menuItemStyles}
        >
          <span className="inline-flex size-4 items-center justify-center">
            <Base.CheckboxItemIndicator>
              <Check aria-hidden className="size-4 text-accent-ink" />
            </Base.CheckboxItemIndicator>
          </span>
          {label}
        </Base.CheckboxItem>
      ))}
    </Menu>
  );
}
