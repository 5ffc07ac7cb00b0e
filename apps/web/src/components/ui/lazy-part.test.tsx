import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { lazyPart } from "./lazy-part.tsx";

test("code that did not come is asked for again when the part is wanted, and fetching ahead troubles nobody", async () => {
  let fetches = 0;
  const Part = lazyPart(async () => {
    fetches += 1;
    if (fetches === 1) throw new Error("no network");
    return () => <p>here</p>;
  });
  await Part.preload();
  expect(fetches).toBe(1);
  render(<Part fallback={<p>coming</p>} />);
  expect(await screen.findByText("here")).toBeTruthy();
  expect(fetches).toBe(2);
});

test("what was fetched ahead is drawn in the same frame", async () => {
  const Part = lazyPart(async () => () => <p>at once</p>);
  await Part.preload();
  render(<Part fallback={<p>coming</p>} />);
  expect(screen.getByText("at once")).toBeTruthy();
});
