import type { LocationKind } from "@stowage/contract/locations";
import type { ProjectStatus } from "@stowage/contract/projects";
import type { TaskPriority, TaskStatus } from "@stowage/contract/tasks";
import type { Caller } from "../../gate/caller.ts";
import { ProblemError } from "../../problems.ts";

/**
 * A signed-in person may reset from either environment, a key from test alone, and only one that sees all of it.
 * @throws environment_mismatch, role_forbidden
 */
export function checkMayReset(caller: Caller): void {
  if (caller.auth_method === "session") return;
  if (caller.environment !== "test")
    throw new ProblemError("environment_mismatch", "Only test data can be reset. Use a test key.");
  if (caller.reach.location_ids !== null)
    throw new ProblemError("role_forbidden", "A key that is bound to some places cannot reset all of them.");
}

interface SampleItem {
  name: string;
  quantity: number;
  unit?: string;
  min_quantity?: number;
  barcode?: string;
  tags?: string[];
  expires_in_days?: number;
}

interface SampleBin {
  name: string;
  tags?: string[];
  items: SampleItem[];
}

/** A place with its bins, its loose items and the places inside it. */
export interface SamplePlace {
  name: string;
  kind: LocationKind;
  bins?: SampleBin[];
  items?: SampleItem[];
  inside?: SamplePlace[];
}

/** What a test workspace holds after a reset: a bit of everything that a script may meet. */
export const SAMPLE_PLACES: readonly SamplePlace[] = [
  {
    name: "Sample workshop",
    kind: "site",
    items: [{ name: "Step ladder", quantity: 1 }],
    inside: [
      {
        name: "Screw wall",
        kind: "shelf",
        bins: [
          {
            name: "Metric screws",
            tags: ["metric", "steel"],
            items: [
              { name: "M3 × 12 machine screw", quantity: 240, min_quantity: 50, barcode: "4006381333931" },
              { name: "M4 × 16 machine screw", quantity: 18, min_quantity: 50 },
              { name: "M5 washer", quantity: 0, min_quantity: 20 },
            ],
          },
          {
            name: "Wall plugs",
            tags: ["fixing"],
            items: [
              { name: "Wall plug 6 mm", quantity: 85 },
              { name: "Wall plug 8 mm", quantity: 40, min_quantity: 25 },
            ],
          },
        ],
      },
      {
        name: "Electronics bench",
        kind: "area",
        bins: [
          {
            name: "Resistors",
            tags: ["electronics"],
            items: [
              { name: "Resistor 1 kΩ", quantity: 300 },
              { name: "Resistor 10 kΩ", quantity: 9, min_quantity: 25 },
            ],
          },
          {
            name: "Batteries",
            tags: ["electronics"],
            items: [
              { name: "AA battery", quantity: 24, min_quantity: 8, expires_in_days: 400 },
              { name: "Lithium cell", quantity: 4, expires_in_days: 20 },
            ],
          },
        ],
      },
    ],
  },
  {
    name: "Sample household",
    kind: "building",
    inside: [
      {
        name: "Pantry",
        kind: "room",
        bins: [
          {
            name: "Dry goods",
            tags: ["pantry"],
            items: [
              { name: "Espresso beans", quantity: 1.25, unit: "kg", min_quantity: 0.5, expires_in_days: 60 },
              { name: "Flour", quantity: 3, unit: "kg", tags: ["baking"] },
              { name: "Oat milk", quantity: 2, unit: "l", min_quantity: 4, expires_in_days: 5 },
            ],
          },
          {
            name: "First aid",
            items: [
              { name: "Plasters", quantity: 30 },
              { name: "Burn gel", quantity: 1, expires_in_days: -10 },
            ],
          },
        ],
      },
      { name: "Cellar", kind: "room", items: [{ name: "Camping tent", quantity: 1 }] },
    ],
  },
];

interface SampleTask {
  title: string;
  status?: TaskStatus;
  priority?: TaskPriority;
  due_in_days?: number;
  /** The name of the sample item, bin or place that it is about. */
  about?: string;
}

/** A project with what it reserves, by the names of sample items, and its tasks. */
export interface SampleProject {
  name: string;
  description: string;
  status: ProjectStatus;
  due_in_days?: number;
  needs: { item: string; quantity: number; consumed?: number }[];
  tasks: SampleTask[];
}

/** One that holds stock and lacks some, and one that is planned. */
export const SAMPLE_PROJECTS: readonly SampleProject[] = [
  {
    name: "Bench power supply",
    description: "A small supply for the electronics bench.",
    status: "active",
    due_in_days: 14,
    needs: [
      { item: "M3 × 12 machine screw", quantity: 8, consumed: 4 },
      { item: "Resistor 10 kΩ", quantity: 12 },
      { item: "Resistor 1 kΩ", quantity: 20 },
    ],
    tasks: [
      { title: "Order more 10 kΩ resistors", priority: "high", due_in_days: 3, about: "Resistor 10 kΩ" },
      { title: "Drill the front panel", status: "in_progress", due_in_days: 7 },
      { title: "Draw the circuit", status: "done" },
    ],
  },
  {
    name: "Camping weekend",
    description: "",
    status: "planned",
    due_in_days: 45,
    needs: [
      { item: "Camping tent", quantity: 1 },
      { item: "AA battery", quantity: 8 },
      { item: "Espresso beans", quantity: 0.25 },
    ],
    tasks: [{ title: "Air the tent", due_in_days: 30, about: "Camping tent" }],
  },
];

/** Tasks of no project. */
export const SAMPLE_TASKS: readonly SampleTask[] = [
  { title: "Replace the burn gel", priority: "urgent", due_in_days: -3, about: "Burn gel" },
  { title: "Sweep the cellar", priority: "low", about: "Cellar" },
];
