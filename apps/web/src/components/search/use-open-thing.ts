import { useNavigate } from "@tanstack/react-router";
import type { Thing } from "./hit-link.tsx";

/** Goes to the page of a thing. */
export function useOpenThing(): (thing: Thing) => void {
  const navigate = useNavigate();
  return ({ type, id }) => {
    switch (type) {
      case "item":
        return void navigate({ to: "/items/$itemId", params: { itemId: id } });
      case "bin":
        return void navigate({ to: "/bins/$binId", params: { binId: id } });
      case "location":
        return void navigate({ to: "/locations/$locationId", params: { locationId: id } });
    }
  };
}
