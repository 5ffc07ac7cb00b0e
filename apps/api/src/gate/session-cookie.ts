/** How the session travels: HttpOnly, SameSite=Lax, and on HTTPS Secure with the `__Host-` prefix (RFC 6265bis). */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-stowage_session" : "stowage_session";
}

export function sessionCookie(publicUrl: string, token: string, expires_at: string): string {
  return `${attributes(publicUrl, token)}; Expires=${new Date(expires_at).toUTCString()}`;
}

export function endedSessionCookie(publicUrl: string): string {
  return `${attributes(publicUrl, "")}; Max-Age=0`;
}

function attributes(publicUrl: string, value: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${sessionCookieName(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
