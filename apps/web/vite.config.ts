import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { CHUNK_GROUPS } from "./vite.chunks.ts";
import { precompress } from "./vite.precompress.ts";

const API = `http://127.0.0.1:${process.env.PORT ?? 4870}`;

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double", semicolons: true }),
    react(),
    tailwindcss(),
    precompress(),
  ],
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "/trpc": API, "/api": API, "/healthz": API, "/docs": API, "/problems": API },
  },
  build: {
    target: "baseline-widely-available",
    outDir: "dist/client",
    emptyOutDir: true,
    sourcemap: false,
    // Read by the check of what a first screen loads.
    manifest: "manifest.json",
    // Assets stay files: a strict Content-Security-Policy allows no `data:` URLs.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: CHUNK_GROUPS },
      },
    },
  },
});
