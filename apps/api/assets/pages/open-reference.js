// Opens the API reference on the document of this very server. A key that is entered stays in this page's memory; without
// one, the browser's own session is used, which it sends by itself.
(async () => {
  const isDark = () => {
    let choice = null;
    try {
      choice = localStorage.getItem("stowage.theme");
    } catch {
      // Storage may be blocked; the system's theme is the answer then.
    }
    return choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  };
  const { classList, dataset } = document.documentElement;
  dataset.theme = isDark() ? "dark" : "light";
  classList.toggle("dark-mode", isDark());

  // No browser shall remember a key as something that is often typed.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(".auth-container input")) target.autocomplete = "off";
  });

  const answer = await fetch("/api/v1/openapi.json");
  if (!answer.ok) throw new Error(`The document of the API was answered with ${answer.status}.`);
  const spec = await answer.json();
  spec.info.title = document.title;
  // Whatever name the server was opened by, that is where calls go.
  spec.servers = [{ url: new URL("/api/v1", location.origin).href }];
  delete spec.components.securitySchemes.session_cookie;
  for (const operation of Object.values(spec.paths).flatMap((methods) => Object.values(methods))) {
    operation.security = operation.security?.filter((scheme) => !("session_cookie" in scheme));
    const scopes = operation["x-required-scopes"]?.map((scope) => `\`${scope}\``).join(", ");
    const need = operation["x-session-only"] ? "Needs a signed-in person." : scopes && `Scope: ${scopes}`;
    if (need) operation.description = [operation.description, need].filter(Boolean).join("\n\n");
  }
  globalThis.SwaggerUIBundle({
    spec,
    dom_id: "#reference",
    deepLinking: true,
    filter: true,
    docExpansion: "none",
    defaultModelsExpandDepth: -1,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    persistAuthorization: false,
    validatorUrl: null,
    queryConfigEnabled: false,
  });
})();
