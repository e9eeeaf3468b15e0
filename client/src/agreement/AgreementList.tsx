import { type AgreementLineFragment, AgreementsDocument } from "../app/operations.gen.ts";
import { NextPage } from "../page/NextPage.tsx";
import { Reading } from "../page/Reading.tsx";
import { useKnown } from "../page/route.ts";
import { useTitle } from "../page/title.ts";
import { usePages } from "../page/usePages.ts";
import { AgreementLines } from "./AgreementLines.tsx";
import { StatusSwatch } from "./StatusSwatch.tsx";
import { statusWord } from "./status.ts";

/** All agreements, from proposed to ended: more ink, more binding. */
export default function AgreementList() {
  const known = useKnown();
  const read = usePages(AgreementsDocument, { asOf: known ?? null }, (data) => data.agreements);
  useTitle("Agreements");
  return (
    <Reading read={read} what="The agreements">
      {({ nodes, totalCount }) => (
        <div className="sheet-page">
          <h1 className="t-title">Agreements</h1>
          <p className="page-lead">
            {totalCount} texts between countries or forums, by where they stand.
          </p>
          {byStatus(nodes).map(([status, agreements]) => (
            <section key={status} className="page-section">
              <h2 className="t-section standing-heading">
                <StatusSwatch of={{ status, ratified: 0, mustRatify: 0 }} /> {statusWord(status)}{" "}
                <span className="t-ui quiet">{agreements.length}</span>
              </h2>
              <AgreementLines agreements={agreements} />
            </section>
          ))}
          <NextPage read={read} />
        </div>
      )}
    </Reading>
  );
}

type Status = AgreementLineFragment["status"];

/** In the order in which the API gives them, which is that of the statuses. */
function byStatus(
  agreements: readonly AgreementLineFragment[],
): [Status, AgreementLineFragment[]][] {
  const groups = new Map<Status, AgreementLineFragment[]>();
  for (const agreement of agreements) {
    const group = groups.get(agreement.status) ?? [];
    group.push(agreement);
    groups.set(agreement.status, group);
  }
  return [...groups];
}
