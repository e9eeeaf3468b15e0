import { useSyncExternalStore } from "react";

export type Theme = "auto" | "light" | "dark";

interface Preferences {
  theme: Theme;
  /** Whether single keys such as `/` act outside fields. */
  keys: boolean;
}

const listeners = new Set<() => void>();
let current: Preferences = {
  theme: themeOf(new URLSearchParams(location.search).get("theme") ?? kept("theme")),
  keys: kept("keys") !== "off",
};

function themeOf(text: string | null): Theme {
  return text === "light" || text === "dark" ? text : "auto";
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(`entente.${key}`);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`entente.${key}`, value);
  } catch {
    // Storage can be switched off; the choice then lasts as long as the page.
  }
}

/** What the reader chose here before. */
export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    preferences,
    preferences,
  );
}

/** Changes the theme at once and remembers it. `auto` follows the system. */
export function setTheme(theme: Theme): void {
  keep("theme", theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  change({ ...current, theme });
}

/** Turns single-key shortcuts on or off and remembers it. */
export function setKeys(keys: boolean): void {
  keep("keys", keys ? "on" : "off");
  change({ ...current, keys });
}

function change(next: Preferences): void {
  current = next;
  for (const listener of listeners) listener();
}
