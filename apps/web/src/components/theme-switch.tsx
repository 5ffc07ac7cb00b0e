import { Monitor, Moon, Sun } from "lucide-react";
import type { ThemeChoice } from "../lib/theme.ts";
import { chooseTheme, useThemeChoice } from "../lib/theme.ts";
import { Segmented, type SegmentedOption } from "./ui/segmented.tsx";

const OPTIONS: readonly SegmentedOption<ThemeChoice>[] = [
  { value: "system", label: "System", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
];

export function ThemeSwitch({ isIconOnly = true }: { isIconOnly?: boolean }) {
  return (
    <Segmented
      label="Theme"
      value={useThemeChoice()}
      onValueChange={chooseTheme}
      options={OPTIONS}
      isIconOnly={isIconOnly}
    />
  );
}
