import type { TokenLineFragment } from "../app/operations.gen.ts";
import { act } from "./act.ts";
import { dayWords, hourWords } from "./moment.ts";
import { roleWord } from "./rules.ts";
import { Sure } from "./Sure.tsx";

interface Props {
  tokens: readonly TokenLineFragment[];
  /** Whether they are several people's. */
  owners?: boolean;
  onChange: () => void;
}

/** A list of API tokens, with the way to revoke each. */
export function Tokens({ tokens, owners = false, onChange }: Props) {
  if (tokens.length === 0) return <p className="quiet">There are none yet.</p>;
  return (
    <ul className="access-list">
      {tokens.map((token) => (
        <li key={token.id} data-over={token.revokedAt !== null}>
          <div>
            <strong>{token.name}</strong> <code>{token.hint}…</code>
            <p className="quiet t-small">
              {owners && `${token.owner ?? "Nobody’s, made from a terminal"} · `}
              {roleWord(token.role)} · made {dayWords(token.createdAt)} · {usedWords(token)} ·{" "}
              {endWords(token)}
            </p>
          </div>
          {token.revokedAt === null && (
            <Sure
              name="Revoke"
              of={token.name}
              question={`Revoke “${token.name}”? It stops working at once, for good.`}
              act={async () => {
                await act("revokeToken", { tokenId: token.id });
                onChange();
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Within the hour; of one that nobody uses its owner can let go. */
function usedWords({ usedAt }: TokenLineFragment): string {
  return usedAt ? `last used ${hourWords(usedAt)}` : "never used";
}

function endWords({ revokedAt, expiresAt }: TokenLineFragment): string {
  if (revokedAt) return `revoked ${dayWords(revokedAt)}`;
  if (!expiresAt) return "does not end";
  return `${Date.parse(expiresAt) > Date.now() ? "ends" : "ended"} ${dayWords(expiresAt)}`;
}
