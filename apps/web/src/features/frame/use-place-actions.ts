import { useQuery } from "@tanstack/react-query";
import { Building2, FlaskConical, Plus, RotateCcw } from "lucide-react";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { sessionOptions } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { useEnvironment } from "../../lib/where.ts";
import { useChooseEnvironment } from "./use-choose-environment.ts";
import { useSwitchOrganization } from "./use-switch-organization.ts";

interface PlaceHandlers {
  openNewOrganization: () => void;
  openRefill: () => void;
}

/** The ways to another organization or environment, for the command palette. */
export function usePlaceActions({ openNewOrganization, openRefill }: PlaceHandlers): void {
  const { data: session } = useQuery(sessionOptions);
  const isTest = useEnvironment() === "test";
  const mayRefill = useMay("items:delete");
  const choose = useChooseEnvironment();
  const switchTo = useSwitchOrganization();
  const others = session?.organizations.filter(({ id }) => id !== session.organization?.id) ?? [];
  const actions: Action[] = [
    isTest
      ? {
          id: "environment.live",
          label: "Leave test mode",
          section: "Organization",
          icon: FlaskConical,
          keywords: ["live"],
          run: () => choose("live"),
        }
      : {
          id: "environment.test",
          label: "Enter test mode",
          section: "Organization",
          icon: FlaskConical,
          keywords: ["sandbox"],
          run: () => choose("test"),
        },
    ...others.map(
      ({ id, name }): Action => ({
        id: `organization.${id}`,
        label: `Switch to ${name}`,
        section: "Organization",
        icon: Building2,
        run: () => switchTo(id),
      }),
    ),
    {
      id: "organization.new",
      label: "New organization",
      section: "Organization",
      icon: Plus,
      run: openNewOrganization,
    },
  ];
  const refill: Action = {
    id: "sandbox.reset",
    label: "Refill with sample data",
    section: "Organization",
    icon: RotateCcw,
    keywords: ["reset", "sandbox"],
    run: openRefill,
  };
  useRegisterActions(isTest && mayRefill ? [...actions, refill] : actions, { layer: "frame" });
}
