import { expect, type Page } from "@playwright/test";

export const PASSWORD = "a few words in a row";

let count = 0;

/** Makes an account of the test's own, with an empty inventory, and signs the page's browser in. @returns its address */
export async function signUp(page: Page): Promise<string> {
  const email = `person-${process.pid}-${++count}@example.org`;
  const response = await page.request.post("/api/v1/auth/sign-up", {
    data: { email, password: PASSWORD, name: "Grace Hopper" },
  });
  expect(response.status(), await response.text()).toBe(201);
  return email;
}

/** Calls the API as the signed-in person. */
export async function call<Answer = { id: string }>(
  page: Page,
  path: string,
  data: object,
  status = 201,
): Promise<Answer> {
  const response = await page.request.post(`/api/v1/${path}`, {
    data,
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(response.status(), await response.text()).toBe(status);
  return response.json();
}

/** A small workshop: a place in a place, a bin, three items, one of them low. */
export async function fillWorkshop(page: Page): Promise<void> {
  const garage = await call(page, "locations", { name: "Garage", kind: "building" });
  const shelf = await call(page, "locations", { name: "Shelf", kind: "shelf", parent_id: garage.id });
  const bin = await call(page, "bins", { name: "Screws", location_id: shelf.id, tags: ["metric", "steel"] });
  await call(page, "items", {
    name: "Screw M3×10",
    bin_id: bin.id,
    quantity: 120,
    unit: "pcs",
    tags: ["metric"],
  });
  await call(page, "items", { name: "Screw M4×16", bin_id: bin.id, quantity: 3, min_quantity: 20 });
  await call(page, "items", { name: "Ladder", location_id: garage.id });
}
