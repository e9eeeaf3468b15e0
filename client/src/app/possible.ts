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
    "Office",
    "Place",
    "Report",
    "Session",
    "Source",
    "Story",
    "Topic",
  ],
  Versioned: ["Agreement", "Event"],
  PartyEntity: ["Country", "Forum"],
};
