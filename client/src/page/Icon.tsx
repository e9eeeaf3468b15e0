const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14",
  menu: "M2 4h12M2 8h12M2 12h12",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  filter: "M2 4h12M4 8h8M6.5 12h3",
  timeline: "M2 4h6M5 8h8M8 12h5",
  table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 3v10",
  link: "M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
  save: "M8 2v8M4.8 7 8 10.2 11.2 7M2.5 10.5v3h11v-3",
  back: "M10 3 5 8l5 5",
  forward: "M6 3l5 5-5 5",
  down: "M4 6l4 4 4-4",
  moon: "M13 9.7A5.6 5.6 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.7Z",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13",
  auto: "M8 2.2a5.8 5.8 0 1 0 0 11.6ZM8 2.2a5.8 5.8 0 0 1 0 11.6Z",
  warning: "M8 2.5 14.2 13.2H1.8ZM8 6.5v3M8 11.2v.3",
  offline:
    "M2 6a9 9 0 0 1 12 0M4.3 8.6a5.5 5.5 0 0 1 7.4 0M6.6 11a2.2 2.2 0 0 1 2.8 0M2.5 13.5l11-11",
  undo: "M6 2.5 2.5 6 6 9.5M2.5 6H10a3.5 3.5 0 0 1 0 7H7",
  out: "M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word, or alone on a button that has a name of its own. 16 px on a square grid. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
      {name === "auto" && <path d="M8 2.2a5.8 5.8 0 0 0 0 11.6Z" fill="currentColor" />}
    </svg>
  );
}
