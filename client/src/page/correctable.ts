/** What is corrected and made: what has a page, and what belongs to it. */
export type Correctable =
  | ("leader" | "forum" | "country" | "agreement" | "source" | "story" | "event")
  | ("term" | "office" | "membership" | "session" | "place");
