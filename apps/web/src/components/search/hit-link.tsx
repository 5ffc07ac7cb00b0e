import type { SearchHit } from "@stowage/contract/search";
import { Link } from "@tanstack/react-router";
import type { ComponentProps } from "react";

export type Thing = Pick<SearchHit, "type" | "id">;

type HitLinkProps = { hit: Thing } & Pick<
  ComponentProps<"a">,
  | "id"
  | "role"
  | "tabIndex"
  | "className"
  | "children"
  | "onClick"
  | "onMouseMove"
  | "aria-selected"
  | "aria-label"
>;

/** To the page of a thing that was found. */
export function HitLink({ hit: { type, id }, ...props }: HitLinkProps) {
  switch (type) {
    case "item":
      return <Link to="/items/$itemId" params={{ itemId: id }} {...props} />;
    case "bin":
      return <Link to="/bins/$binId" params={{ binId: id }} {...props} />;
    case "location":
      return <Link to="/locations/$locationId" params={{ locationId: id }} {...props} />;
  }
}
