import { cleanup } from "@testing-library/react";
import { queryClient } from "../lib/trpc.ts";
import { forgetWhere } from "../lib/where.ts";

// Vitest's setup, run ahead of each file that needs a window: the files of a worker share the window and the modules, and
// what the one before has left in either is no part of this one.

// Base UI's switch for tests: a popup that closes is gone at once, without waiting for a frame.
Object.assign(globalThis, { BASE_UI_ANIMATIONS_DISABLED: true });

cleanup();
queryClient.clear();
localStorage.clear();
sessionStorage.clear();
forgetWhere();
document.body.replaceChildren();
document.title = "";
for (const name of document.documentElement.getAttributeNames())
  document.documentElement.removeAttribute(name);
