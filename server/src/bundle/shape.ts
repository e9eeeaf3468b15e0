// What a bundle holds: events and agreements, each with the reports on it. The same shapes read JSON and CSV, and are the JSON Schema of the
// templates. Pure.
import { z } from "zod";
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  AGREEMENT_STEPS,
  BINDINGS,
} from "../agreement/agreement.ts";
import {
  AGREEMENT_RELATIONS,
  EVENT_KINDS,
  EVENT_LEVELS,
  EVENT_STATUSES,
  PARTICIPANT_ROLES,
} from "../event/event.ts";

const LONGEST_SLUG = 80;
const MOST = 100;

const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "Write small letters, digits and single hyphens, such as xi-visit-2026.",
  )
  .max(LONGEST_SLUG, `Keep it under ${LONGEST_SLUG} characters.`);
const words = z.string();
const steps = AGREEMENT_STEPS.map(({ step }) => step) as [string, ...string[]];

const source = z
  .strictObject({
    publisher: words.describe("Who published it."),
    title: words.optional().describe("Its headline."),
    url: words.optional().describe("Its address, http or https."),
    publishedOn: words.optional().describe("The day it was published, as EDTF."),
    language: words.optional().describe("Language of the text, BCP 47."),
  })
  .describe(
    "A publication. One with the same address, or the same in all it says, is not kept twice.",
  );

const said = {
  when: words
    .optional()
    .describe("When it is or was, as EDTF: 2026-03-12, 2026-03, 2026-03-12/2026-03-14."),
  knownOn: words
    .regex(/^\d{4}-\d\d-\d\d$/, "Write a day, such as 2026-03-12.")
    .optional()
    .describe("The day the world could know; the source's day when left out, else today."),
  claimant: words.optional().describe("Who says so, when it is not the publisher."),
  source: z
    .union([words, source])
    .optional()
    .describe("The slug of a recorded source, or a publication; that of the import when left out."),
  note: words.optional().describe("A sentence for the report; that of the import when left out."),
};

/** An event, and what is said of it, oldest first. */
export const eventShape = z.strictObject({
  event: slug
    .optional()
    .describe("Its slug. Left out, it is found by title, kind and date, or made."),
  title: words
    .optional()
    .describe("Its title. Needed for one that is not here yet, like kind, level and participants."),
  kind: z.enum(EVENT_KINDS).optional().describe("What sort of event it is."),
  level: z.enum(EVENT_LEVELS).optional().describe("On what level it takes place."),
  place: words.optional().describe("Where: a place's slug or name."),
  participants: z
    .array(
      z.strictObject({
        role: z.enum(PARTICIPANT_ROLES).describe("In what role."),
        who: words.describe(
          "A leader's slug or name, a country's ISO code or name, or a forum's slug or name.",
        ),
      }),
    )
    .max(MOST)
    .optional()
    .describe("Who takes part, the first first."),
  agreements: z
    .array(
      z.strictObject({
        relation: z.enum(AGREEMENT_RELATIONS).describe("How it bears on the agreement."),
        agreement: words.describe("The agreement's slug or title."),
      }),
    )
    .max(MOST)
    .optional()
    .describe("The agreements that it bears on."),
  topics: z.array(words).max(MOST).optional().describe("Slugs or names of topics."),
  summary: words.optional().describe("What it is about, in a sentence."),
  reports: z
    .array(z.strictObject({ status: z.enum(EVENT_STATUSES).describe("Where it stands."), ...said }))
    .min(1, "Say what is reported of it: at least a status.")
    .describe("What is said of it, oldest first."),
});

/** An agreement, and what is said of it, oldest first. */
export const agreementShape = z.strictObject({
  agreement: slug
    .optional()
    .describe("Its slug. Left out, it is found by title and kind, or made."),
  title: words
    .optional()
    .describe(
      "Its title. Needed for one that is not here yet, like kind, binding, requiresRatification and parties.",
    ),
  shortTitle: words.optional().describe("A shorter title."),
  aliases: z.array(words).max(MOST).optional().describe("Other names it goes by."),
  kind: z.enum(AGREEMENT_KINDS).optional().describe("What sort of text it is."),
  binding: z.enum(BINDINGS).optional().describe("Whether it binds."),
  requiresRatification: z.boolean().optional().describe("Whether it has to be ratified."),
  parties: z
    .array(
      z.strictObject({
        who: words.describe("A country's ISO code or name, or a forum's slug or name."),
        role: words.optional().describe("Its role; party when left out."),
        mustRatify: z.boolean().optional().describe("Whether its ratification is needed."),
      }),
    )
    .max(MOST)
    .optional()
    .describe("Who its parties are."),
  topics: z.array(words).max(MOST).optional().describe("Slugs or names of topics."),
  subject: words.optional().describe("What it is about, in some words."),
  reports: z
    .array(
      z.strictObject({
        status: z
          .enum(AGREEMENT_STATUSES)
          .optional()
          .describe("The status it entered. Give this or step."),
        step: z
          .enum(steps)
          .optional()
          .describe("A finer act, such as RATIFIED by one party. Give this or status."),
        parties: z.array(words).max(MOST).optional().describe("Whose act it was, for a step."),
        body: words.optional().describe("The chamber or office that acted, for a step."),
        ...said,
      }),
    )
    .min(1, "Say what is reported of it: at least a status and its date.")
    .describe("What is said of it, oldest first."),
});

/** A whole file of JSON. */
export const bundleShape = z.strictObject({
  $schema: words.optional(),
  agreements: z
    .array(agreementShape)
    .optional()
    .describe("Agreements. They are read first, so that events can name them."),
  events: z.array(eventShape).optional().describe("Events."),
});

export type EventThing = z.infer<typeof eventShape>;
export type AgreementThing = z.infer<typeof agreementShape>;
export type EventSaid = EventThing["reports"][number];
export type AgreementSaid = AgreementThing["reports"][number];

/** The JSON Schema of a bundle. */
export function bundleSchema(): object {
  return { title: "Entente bundle", ...z.toJSONSchema(bundleShape, { io: "input" }) };
}
