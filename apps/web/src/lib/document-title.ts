import { useEffect } from "react";

let screen = "Stowage";
let mark = "";

/** Names the browser's tab after the screen. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    screen = title;
    showTitle();
  }, [title]);
}

/** Marks the browser's tab, its title and its icon, as showing test data. */
export function useTestMark(): void {
  useEffect(() => {
    mark = "Test · ";
    showTitle();
    showIcon("/icon-test.svg");
    return () => {
      mark = "";
      showTitle();
      showIcon("/icon.svg");
    };
  }, []);
}

function showTitle(): void {
  document.title = mark + (screen === "Stowage" ? screen : `${screen} · Stowage`);
}

function showIcon(href: string): void {
  document.querySelector('link[rel="icon"]')?.setAttribute("href", href);
}
