type Directives = Record<string, readonly string[]>;

/** Headers of a page for @fastify/helmet: nothing foreign is loaded, nothing inline runs, nobody frames us. */
export function pageHeaders(publicUrl: string, more: Directives = {}) {
  const isHttps = publicUrl.startsWith("https:");
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        fontSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isHttps ? [] : null,
        ...more,
      },
    },
    strictTransportSecurity: isHttps,
  };
}
