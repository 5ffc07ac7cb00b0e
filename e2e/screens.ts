/** Every screen that a signed-in person can open by its address. */
export const SCREENS = ["/", "/items", "/bins", "/locations", "/activity", "/settings", "/settings/api-keys"];
