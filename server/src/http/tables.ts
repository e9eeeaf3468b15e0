// Tables of the documentation that are made from what the server goes by, so that they cannot grow old.
import { RIGHTS, type Right, ROLES, type Role, verdictOn } from "../access/access.ts";
import { table } from "../docs/docs.ts";
import { allowed, FILES, PARAMETERS, type Parameter, VIEWS, type View } from "../feeds/feeds.ts";
import { CODES, type Code } from "../graphql/codes.ts";
import { LIMITS, type Limit } from "../limits.ts";

/** When a code is given, for whoever meets it. */
const MEANINGS: Record<Code, string> = {
  BAD_REQUEST: "The request is not one of HTTP or GraphQL: no query, broken JSON.",
  BAD_USER_INPUT: "A value is missing, malformed or out of range.",
  GRAPHQL_PARSE_FAILED: "The query is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The query asks for what the schema does not have.",
  OPERATION_RESOLUTION_FAILURE: "The document has several operations, or none of the name given.",
  PERSISTED_QUERY_NOT_FOUND: "The hash names no query here. Send the query itself.",
  PERSISTED_QUERY_NOT_SUPPORTED: "Queries by hash are not kept. Send the query itself.",
  TOO_COSTLY: "The query is larger than a limit allows; the message says which.",
  UNAUTHENTICATED:
    "Nobody is signed in and no token was sent, or it does not count any more; or a password is wrong.",
  FORBIDDEN:
    "The role may not do this, a token may not, or a cookie came from a page that is not this site's.",
  NOT_FOUND: "There is nothing at this address.",
  METHOD_NOT_ALLOWED: "The address does not take this method. A GET carries no mutation.",
  NOT_ACCEPTABLE: "None of the media types asked for can be given.",
  REQUEST_TIMEOUT: "The request did not arrive in time.",
  STALE_VERSION: "Somebody changed it first.",
  ILLEGAL_TRANSITION: "The status machine does not allow the move.",
  IDEMPOTENCY_MISMATCH: "The key was used before with another input.",
  IN_THE_WAY: "Something that came later builds on it.",
  RECEIPT_MISMATCH: "The data at the receipt's revision give another answer than it says.",
  PAYLOAD_TOO_LARGE: "The body is too large.",
  URI_TOO_LONG: "The address is too long. Send the query by POST.",
  UNSUPPORTED_MEDIA_TYPE: "The body is not `application/json`.",
  RATE_LIMITED: "Too much in one minute. `Retry-After` says when to come again.",
  HEADERS_TOO_LARGE: "The headers are too large. Send the query by POST.",
  INTERNAL_SERVER_ERROR: "A fault of the server's. Its log has more under the request's id.",
  EXECUTION_TIMEOUT: "Answering took too long. Ask for less at once.",
  UNAVAILABLE: "It cannot be answered now. Try again.",
};

/** The tables by the names that pages ask for them by. */
export function docsTables(): Record<string, string> {
  return {
    codes: table(
      ["Code", "Status", "When"],
      Object.entries(CODES).map(([code, status]) => [
        `\`${code}\``,
        String(status),
        MEANINGS[code as Code],
      ]),
    ),
    files: table(
      ["File", "Holds", "Media type", "At once"],
      FILES.map(({ path, holds, type, usual, most }) => [
        `[${path}](${path})`,
        holds,
        `\`${type.split(";")[0]}\``,
        usual === most ? numeral(most) : `${usual}, up to ${numeral(most)}`,
      ]),
    ),
    feeds: table(
      ["Parameter", "Of", "Meaning", "May be"],
      PARAMETERS.map((parameter) => {
        const views = VIEWS.filter((view) => parameter.on[view]);
        return [
          `\`${parameter.name}\``,
          views.join(", "),
          parameter.meaning,
          mayBe(parameter, views),
        ];
      }),
    ),
    rights: table(
      ["Mutation", "Anybody", "Viewer", "Editor", "Admin"],
      Object.entries(RIGHTS).map(([name, right]) => [
        `\`${name}\``,
        ...[null, ...ROLES].map((role) => given(right, role)),
      ]),
    ),
    limits: table(
      ["What is counted", "At most", "With a token", "Code", "Instead"],
      Object.values<Limit>(LIMITS).map(({ counts, anonymous, token, code, instead }) => [
        counts,
        numeral(anonymous),
        numeral(token),
        `\`${code}\``,
        instead,
      ]),
    ),
  };
}

/** Whether somebody with a role may, and by what. */
function given(right: Right, role: Role | null): string {
  const isGiven = (via: "TOKEN" | "SESSION") => verdictOn(right, role, via) === "allowed";
  if (!isGiven("SESSION")) return `\`${verdictOn(right, role, "SESSION")}\``;
  return isGiven("TOKEN") ? "yes" : "when signed in";
}

/** What a parameter may be: once, or view by view where they differ. */
function mayBe(parameter: Parameter, views: readonly View[]): string {
  const most = Math.max(...FILES.map((file) => file.most));
  const words = views.map((view) => allowed(parameter, view, most));
  if (new Set(words).size === 1) return words[0] ?? "";
  return views.map((view, index) => `${view}: ${words[index]}`).join(" · ");
}

/** `20,000` */
function numeral(count: number): string {
  return count.toLocaleString("en-GB");
}
