import { Icon } from "../page/Icon.tsx";

interface Fact {
  id: string;
  title: string;
}

/** The facts before and after one in time; undefined where there is none. */
export interface Near {
  before: Fact | undefined;
  after: Fact | undefined;
}

/** To the previous and the next fact, each named; where there is none the button stays in place and says so. */
export function Ways({ near, onGo }: { near: Near | undefined; onGo: (id: string) => void }) {
  return (
    <>
      <Way word="Previous" icon="back" to={near?.before} onGo={onGo} />
      <Way word="Next" icon="forward" to={near?.after} onGo={onGo} />
    </>
  );
}

function Way({
  word,
  icon,
  to,
  onGo,
}: {
  word: "Previous" | "Next";
  icon: "back" | "forward";
  to: Fact | undefined;
  onGo: (id: string) => void;
}) {
  const name = to
    ? `${word} ${to.id.split(":", 1)[0]}: ${to.title}`
    : `${word}: nothing ${word === "Next" ? "later" : "earlier"} here`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      aria-disabled={to === undefined}
      onClick={() => to && onGo(to.id)}
    >
      <Icon name={icon} />
    </button>
  );
}
