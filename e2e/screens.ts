/** Every screen that a signed-in person can open by its address. */
export const SCREENS = [
  "/",
  "/items",
  "/bins",
  "/locations",
  "/activity",
  "/notifications",
  "/settings",
  "/settings/account",
  "/settings/security",
  "/settings/organization",
  "/settings/members",
  "/settings/api-keys",
];
