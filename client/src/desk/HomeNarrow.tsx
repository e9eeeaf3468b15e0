import { useEffect, useRef, useState } from "react";
import type { DeskHomeQuery, DeskNeedQuery } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { PHONE, useMedia } from "../page/media.ts";
import { HomeNeeds } from "./HomeNeeds.tsx";
import { HomeOnly, Not } from "./HomeOnly.tsx";
import { addressOf, NEEDS, type Need, type Shown } from "./home.ts";

interface Props {
  shown: Shown;
  /** How much there is of each need, where that is known. */
  counts?: Record<Need, number>;
  /** The answer: what can be chosen, and the names of those chosen. Undefined until it has come. */
  of: DeskHomeQuery | DeskNeedQuery | undefined;
  /** Whether it still answers what was asked before. */
  loading: boolean;
}

/** Which need is shown, and only of what. On a phone both stand behind one button, and beside it what was chosen. */
export function HomeNarrow({ shown, counts, of, loading }: Props) {
  const isPhone = useMedia(PHONE);
  const { country, forum } = shown;
  const { chosenCountry, chosenForum } = of ?? {};
  const names = {
    country: (chosenCountry?.code === country ? chosenCountry?.name : country) ?? "",
    forum: (chosenForum?.slug === forum ? chosenForum?.shortName : forum) ?? "",
  };
  const all = (
    <>
      <HomeNeeds shown={shown} {...(counts && { counts })} />
      {of && (
        <HomeOnly
          shown={shown}
          facets={[of.eventFacets, of.agreementFacets]}
          forums={of.forums}
          names={names}
        />
      )}
    </>
  );
  return (
    <>
      {isPhone ? (
        <Folded shown={shown} at={addressOf(shown)} names={names}>
          {all}
        </Folded>
      ) : (
        all
      )}
      {!loading && country !== null && chosenCountry === null && (
        <Unknown to={addressOf(shown, { country: null })} all="all countries">
          The record has no country with the code {country}
        </Unknown>
      )}
      {!loading && forum !== null && chosenForum === null && (
        <Unknown to={addressOf(shown, { forum: null })} all="all forums">
          The record has no forum {forum}
        </Unknown>
      )}
    </>
  );
}

function Folded({
  shown,
  at,
  names,
  children,
}: {
  shown: Shown;
  /** Where what is shown stands: what was chosen closes the list. */
  at: string;
  names: Record<"country" | "forum", string>;
  children: React.ReactNode;
}) {
  const [opened, setOpened] = useState<string | null>(null);
  const isOpen = opened === at;
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    // The link that was pressed has gone, with its list or with its box.
    const focused = document.activeElement;
    if (focused === document.body || list.current?.contains(focused)) button.current?.focus();
  }, [at]);
  const { need, country, forum } = shown;
  return (
    <>
      <div className="desk-narrow">
        <button
          type="button"
          className="button"
          ref={button}
          aria-expanded={isOpen}
          aria-controls="desk-narrow"
          onClick={() => setOpened(isOpen ? null : at)}
        >
          <Icon name="filter" /> Filter
        </button>
        {need !== null && <Not to={addressOf(shown, { need: null })} name={NEEDS[need].name} />}
        {country !== null && <Not to={addressOf(shown, { country: null })} name={names.country} />}
        {forum !== null && <Not to={addressOf(shown, { forum: null })} name={names.forum} />}
      </div>
      <div id="desk-narrow" ref={list} hidden={!isOpen}>
        {children}
      </div>
    </>
  );
}

function Unknown({ to, all, children }: { to: string; all: string; children: React.ReactNode }) {
  return (
    <p className="desk-none" role="status">
      {children}, so nothing waits of it.{" "}
      <Link to={to} exact>
        Show {all}
      </Link>
    </p>
  );
}
