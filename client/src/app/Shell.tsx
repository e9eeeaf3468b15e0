import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useDesk, useWaiting } from "../page/desk.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { PHONE, useMedia } from "../page/media.ts";
import { useHere } from "../page/route.ts";
import { useAnnouncement } from "../page/say.ts";
import { useSigned } from "../page/signed.ts";
import { useToast } from "../page/toast.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import { parseAddress, printAddress } from "./address.ts";
import { KeysButton } from "./KeysButton.tsx";
import { Mark } from "./Mark.tsx";
import "./shell.css";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

const Toast = lazy(() => import("../page/Toast.tsx"));
// The desk stands on parts that the graph must have come for.
const Desk = lazy(() => import("./graph.tsx").then(() => import("../desk/Desk.tsx")));
const SignedMenu = lazy(() => import("../access/SignedMenu.tsx"));
const Sending = lazy(() => import("./graph.tsx").then(() => import("../desk/Sending.tsx")));

const ROOMS = [
  ["/explore", "Explore"],
  ["/stories", "Stories"],
  ["/agreements", "Agreements"],
  ["/forums", "Forums"],
  ["/countries", "Countries"],
  ["/leaders", "Leaders"],
] as const;

/** What stands around every page: skip links, the bar with the rooms, search and theme, the footer, and the live regions. */
export function Shell({ children }: { children: ReactNode }) {
  const path = useHere().split("?")[0] ?? "/";
  const [open, setOpen] = useState(false);
  const phone = useMedia(PHONE);
  const full = path === "/explore";
  const task = useDesk();
  const waiting = useWaiting();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the menu
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={full ? "shell full" : "shell"} data-desk={task !== null}>
      <SkipLinks explore={full} />
      <header className="topbar">
        <Link className="brand" to="/" aria-label="Entente, front page">
          <Mark />
          <span>Entente</span>
        </Link>
        <nav id="rooms" className="rooms" data-open={open} aria-label="Rooms">
          {ROOMS.map(([to, name]) => (
            <Link key={to} to={to} aria-current={isIn(path, to) ? "page" : undefined}>
              {name}
            </Link>
          ))}
          {phone && <Who inMenu />}
          {phone && <ThemeSwitch inMenu />}
        </nav>
        <SearchBox />
        {!phone && <KeysButton />}
        {!phone && <ThemeSwitch />}
        {!phone && <Who />}
        <button
          type="button"
          className="icon-button menu-button"
          aria-expanded={open}
          aria-controls="rooms"
          aria-label="Menu"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "close" : "menu"} size={20} />
        </button>
      </header>
      <Main path={path}>{children}</Main>
      {task && (
        <Suspense>
          <Desk task={task} />
        </Suspense>
      )}
      {waiting > 0 && (
        <Suspense>
          <Sending />
        </Suspense>
      )}
      {!full && <Footer />}
      <LiveRegions />
    </div>
  );
}

/** The way in for those who edit, or who is in. */
function Who({ inMenu = false }: { inMenu?: boolean }) {
  const from = useHere();
  if (useSigned())
    return (
      <Suspense>
        <SignedMenu inMenu={inMenu} />
      </Suspense>
    );
  const isThere = from.startsWith("/sign-in");
  return (
    <Link
      className="way-in"
      to={isThere ? from : `/sign-in?to=${encodeURIComponent(from)}`}
      exact
      aria-current={isThere ? "page" : undefined}
    >
      Sign in
    </Link>
  );
}

function isIn(path: string, room: string): boolean {
  if (room === "/stories" && path === "/") return true;
  return path === room || path.startsWith(`${room}/`);
}

function SkipLinks({ explore }: { explore: boolean }) {
  const query = useHere().split("?")[1] ?? "";
  if (!explore) {
    return (
      <nav className="skip" aria-label="Skip">
        <a href="#main">Skip to the content</a>
      </nav>
    );
  }
  const table = `/explore?${printAddress({ ...parseAddress(query), view: "table" })}`;
  return (
    <nav className="skip" aria-label="Skip">
      <a href="#plot">Skip to the timeline</a>
      <Link to={table} exact>
        Skip to the table
      </Link>
      <a href="#known">Skip to as known on</a>
    </nav>
  );
}

/** The page's own part. Going to another page moves focus to it, so that the next Tab starts there; the first page keeps its own. */
function Main({ path, children }: { path: string; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (!location.hash) scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="main" tabIndex={-1} ref={main}>
      {children}
    </main>
  );
}

function Footer() {
  return (
    <footer className="footer t-small">
      <p>
        Entente is a sourced timeline of diplomacy. Every fact carries who said it and when it was
        known.
      </p>
      <nav aria-label="Data">
        <a href="/docs">API and its documentation</a>
      </nav>
    </footer>
  );
}

function LiveRegions() {
  const toast = useToast();
  const announcement = useAnnouncement();
  return (
    <>
      <p className="hidden-text" role="status" aria-live="polite">
        {announcement}
      </p>
      <div className="toast-place" role="status" aria-live="polite">
        {toast && (
          <Suspense>
            <Toast notice={toast} />
          </Suspense>
        )}
      </div>
    </>
  );
}
