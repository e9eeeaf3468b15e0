// Who may import whom. The rules are data, `imports.mjs` reads the code against them, and `npm test` keeps them.

/** The server. Paths are from server/src, without ending. */
export const server = {
  /** A room imports only from those before it. A top-level file is a room of its own. */
  order: [
    "refusal",
    "limits",
    "config",
    "when",
    "storage",
    "command",
    "graphql",
    "ledger",
    "history",
    "source",
    "access",
    "edit",
    // After `edit`: how sources are recorded by themselves. Every edit rests on a source, so their own room stands before it.
    "publication",
    "country",
    "forum",
    "leader",
    "agreement",
    "event",
    "story",
    "desk",
    "timeline",
    "search",
    "bundle",
    "feeds",
    "head",
    "transfer",
    "schema",
    "docs",
    "http",
    "main",
    "cli",
  ],

  /** Inside a room, a file imports only from its own step or those before it. Every other file may stand anywhere before the last. */
  steps: ["table", "store", "<room>", "resolvers"],

  /** Stores that outgrew one file: these stand on the step of `store`, and may know what it knows. */
  stores: {
    access: ["adapter", "keys", "links", "listing", "log", "logins", "people"],
    agreement: ["facets", "kept", "page", "rows"],
    country: ["kept"],
    event: [
      "clause",
      "facets",
      "filter",
      "kept",
      "owned",
      "page",
      "parts",
      "replaced",
      "rows",
      "upcoming",
      "window",
    ],
    history: ["idempotency", "latest", "many", "past", "recorder", "seal", "undone"],
    ledger: ["known", "live", "pages", "resting", "rows"],
    forum: ["kept", "pair"],
    leader: ["kept"],
    publication: ["kept"],
    story: ["fact", "kept", "named"],
    timeline: ["behind", "density", "slice", "tally"],
  },

  /** How a room is entered: by the file of its own name, and by these, which are pure or made for every room. */
  doors: {
    "*": ["<room>", "values", "status", "state"],
    when: ["*"],
    storage: ["*"],
    graphql: ["*"],
    ledger: ["ledger", "fold", "report", "claim", "machine", "values"],
    history: ["history", "command"],
    access: ["access", "command"],
    search: ["search", "command"],
    bundle: ["bundle", "command"],
    transfer: ["load", "command", "replay"],
    docs: ["docs", "markdown"],
    http: ["app"],
  },

  /** Packages that only some files may know. */
  packages: {
    "drizzle-orm": ["*/table", "<store>", "storage/*", "search/*"],
    "better-sqlite3": ["storage/*"],
    pg: ["storage/*"],
    "better-auth": ["access/adapter", "access/engine", "access/provider"],
    graphql: ["*/resolvers", "graphql/*", "schema", "http/*"],
    "@apollo/server": ["http/*"],
    "graphql-ws": ["http/*"],
    ws: ["http/*"],
    fastify: ["http/*", "main"],
  },

  /** Arrows that run the other way, each for a reason. One that nothing uses any more fails the check. */
  exceptions: [
    // One file lists the tables of every room, so that both engines and the migrations see the same ones.
    ["storage/tables", "*/table"],
    ["storage/tables", "*/values"],
    // The one file that knows all rooms puts their parts of the API together.
    ["schema", "*/resolvers"],
    ["schema", "*/writes"],
    // Dates are fields of the API too; only the file that says so knows what a room gives.
    ["when/resolvers", "graphql/*"],
  ],
};

/** The client. Paths are from client/src, without ending. */
export const client = {
  /** The words: they may show each other, and know neither the timeline nor the pages they stand on. */
  words: [
    "country",
    "forum",
    "leader",
    "source",
    "report",
    "agreement",
    "event",
    "story",
    "filter",
    "search",
  ],

  /** A room imports only from those named for it, and from itself. */
  rooms: {
    when: [],
    page: ["when"],
    timeline: ["when", "page"],
    "<word>": ["when", "page", "<word>"],
    desk: ["when", "page", "<word>", "history"],
    history: ["when", "page"],
    // Its forms are made of the desk's fields.
    access: ["when", "page", "desk"],
    // A file of many edits: its form is made of the desk's fields, and what is wrong with it is saved like an export.
    bundle: ["when", "page", "<word>", "desk", "export"],
    inspect: ["when", "page", "<word>", "desk"],
    compare: ["when", "page", "timeline", "<word>"],
    // A document of two days says what became of everything in the words of the panel beside the plot.
    export: ["when", "page", "timeline", "compare", "<word>"],
    gallery: ["when", "page", "timeline", "<word>", "app"],
    graphiql: [],
    docs: ["app"],
    app: ["*"],
    main: ["app"],
    early: ["page", "app"],
    still: ["app"],
  },

  /** Generated from the SDL and every room's operations: everybody's. */
  everybodys: ["app/operations.gen"],

  /**
   * pure ← platform ← react. What ends in .tsx or begins with `use` is react; these are named; every other .ts file is pure: no React, no
   * Apollo, no page around it.
   */
  platform: [
    "timeline/palette",
    "timeline/paint*",
    "timeline/brush",
    "timeline/camera",
    "timeline/carry",
    "timeline/easel",
    "timeline/fade",
    "timeline/flag",
    "timeline/glide",
    "timeline/motion",
    "timeline/perform",
    "timeline/pickwindow",
    "timeline/previous",
    "timeline/recolour",
    "timeline/stage",
    "timeline/tour",
    "timeline/track",
    "timeline/patterns",
    "timeline/gestures",
    "timeline/overlay",
    "export/fonts",
    "export/make",
    "export/picture",
    "export/raster",
    "export/save",
    "page/ask",
    "page/follow",
    "access/act",
    "bundle/lately",
    "bundle/upload",
    "access/door",
    "desk/drafts",
    "desk/send",
    "early",
    "docs/main",
    "graphiql/fetcher",
    "graphiql/workers",
  ],
  react: [
    "access/leave",
    "export/print",
    "desk/settled",
    "desk/undo",
    "page/desk",
    "page/keys",
    "page/media",
    "page/online",
    "page/preferences",
    "page/route",
    "page/say",
    "page/share",
    "page/signed",
    "page/title",
    "page/toast",
    "page/viewer",
    "app/pages",
  ],

  /** Packages that only the react layer may know. */
  reactPackages: ["react", "react-dom", "@apollo/client", "graphiql", "rxjs"],

  /** Names of the page that a pure file may not speak of. */
  pageNames: ["document", "window", "navigator", "localStorage", "sessionStorage", "matchMedia"],

  exceptions: [],
};
