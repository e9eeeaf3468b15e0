/** Which types stand behind each interface and union of the schema, so that the graph's cache can match fragments on them. */
export const possibleTypes = {
  Node: [
    "Agreement",
    "Change",
    "Country",
    "Event",
    "Fact",
    "Forum",
    "Leader",
    "Membership",
    "Office",
    "Place",
    "Report",
    "Session",
    "Source",
    "Story",
    "Term",
    "Topic",
    "Withdrawn",
  ],
  Versioned: ["Agreement", "Country", "Event", "Forum", "Leader", "Office", "Place", "Story"],
  PartyEntity: ["Country", "Forum"],
};
