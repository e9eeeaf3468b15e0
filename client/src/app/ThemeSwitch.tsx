import { useCallback } from "react";
import { Icon, type IconName } from "../page/Icon.tsx";
import { useKey } from "../page/keys.ts";
import { setTheme, type Theme, usePreferences } from "../page/preferences.ts";
import { say } from "../page/say.ts";

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const ICONS: Record<Theme, IconName> = { auto: "auto", light: "sun", dark: "moon" };
const NAMES: Record<Theme, string> = { auto: "as the system's", light: "light", dark: "dark" };

/** Goes round the three themes: as the system's, light, dark; in the phone's menu with its words, elsewhere as a sign alone. */
export function ThemeSwitch({ inMenu = false }: { inMenu?: boolean }) {
  const { theme } = usePreferences();
  const turn = useCallback(() => {
    setTheme(NEXT[theme]);
    say(`Theme: ${NAMES[NEXT[theme]]}.`);
  }, [theme]);
  useKey("d", turn);
  const label = `Theme: ${NAMES[theme]}. Change to ${NAMES[NEXT[theme]]}`;
  return (
    <button
      type="button"
      className={inMenu ? "menu-theme" : "icon-button"}
      // The sign alone has its name from its title, which would be read twice beside another.
      aria-label={inMenu ? label : undefined}
      title={inMenu ? undefined : label}
      onClick={turn}
    >
      <Icon name={ICONS[theme]} />
      {inMenu && `Theme: ${NAMES[theme]}`}
    </button>
  );
}
