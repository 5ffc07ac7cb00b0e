/** The token in the fragment of an invitation's link, `token=…`, or null when it is not one. */
export function invitationToken(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, "")).get("token");
  return token !== null && /^[a-z2-7]{40}$/.test(token) ? token : null;
}
