import { stackLanes } from "../timeline/lanes.ts";
import { axisOf, type Tick } from "../timeline/ticks.ts";
import { spanWords, xOf } from "../timeline/viewport.ts";
import { parseAddress } from "./address.ts";
import { blankColumns } from "./blank.ts";
import { titleOf } from "./naming.ts";
import "../timeline/timeline.css";
import "../timeline/rail.css";
import "../timeline/phone.css";
import "./explore.css";
import "./ground.css";

/** Px of a plot on a usual screen, by which the steps of the axis are chosen. */
const PLOT_WIDTH = 1200;
/** Where the first thread of the phone's timeline lies and how far apart they are, px. */
const [THREAD_START, THREAD_STEP] = [28, 30];

/**
 * What stands in Explore's place until its own code has come: title, lanes, axis and rail, without a fact. Drawn without styles of its
 * own elements, so that the page can bring it as plain markup; the address's `query` says which lanes and days.
 */
export function Ground({ query }: { query: string }) {
  const { lanes, from, to, known, view } = parseAddress(query);
  const columns = blankColumns(lanes, 0);
  const stack = stackLanes(columns);
  const viewport = { from, to, width: 100 };
  const share = ({ day }: Tick) => `${xOf(viewport, day).toFixed(3)}%`;
  const { upper, lower } = axisOf({ from, to, width: PLOT_WIDTH });
  const years = upper.filter(({ weight }) => weight === "major");
  return (
    <div className="explore ground">
      <div className="explore-main">
        <div className="view-bar">
          <h1 className="t-view ground-own">{titleOf(columns.lanes)}</h1>
          <p className="counts quiet">Loading facts</p>
        </div>
        <div className="plot-place" aria-busy="true">
          {view === "timeline" && (
            <>
              <div className="timeline">
                <div className="timeline-corner">
                  <span className="t-ui ground-own">{spanWords({ from, to })}</span>
                </div>
                <div className="timeline-axis">
                  <svg className="ground-axis ground-own" aria-hidden="true">
                    {lower.map((tick) => (
                      <line key={tick.day} x1={share(tick)} x2={share(tick)} y1="40" y2="46" />
                    ))}
                    {years.map((tick) => (
                      <line
                        key={tick.day}
                        className="year"
                        x1={share(tick)}
                        x2={share(tick)}
                        y1="6"
                        y2="46"
                      />
                    ))}
                    {lower.map((tick) => (
                      <text key={tick.day} x={share(tick)} dx="5" y="36.2">
                        {tick.label}
                      </text>
                    ))}
                    {upper.map((tick) => (
                      <text
                        key={tick.day}
                        className="year"
                        x={share({ ...tick, day: Math.max(tick.day, from) })}
                        dx="5"
                        y="18.4"
                      >
                        {tick.label}
                      </text>
                    ))}
                  </svg>
                </div>
                <div className="timeline-body">
                  <div className="timeline-heads">
                    {stack.headings.map(({ title, kind }) => (
                      <div key={kind} className="timeline-group">
                        {title}
                      </div>
                    ))}
                    <div className="ground-heads ground-own">
                      {stack.rows.map(({ lane }) => (
                        <div key={lane} className="timeline-head">
                          <span className="timeline-monogram">{columns.lanes[lane]?.monogram}</span>
                          <span className="timeline-name">{columns.lanes[lane]?.name}</span>
                        </div>
                      ))}
                    </div>
                  </div>
                  <svg className="ground-plot ground-own" aria-hidden="true">
                    {[...lower, ...years].map((tick) => (
                      <line
                        key={tick.day + tick.weight}
                        className={years.includes(tick) ? "year" : undefined}
                        x1={share(tick)}
                        x2={share(tick)}
                        y2="100%"
                      />
                    ))}
                    {stack.rows.map(({ top, height, baseline }) => (
                      <g key={top}>
                        <line x2="110%" y1={baseline} y2={baseline} />
                        <line x2="110%" y1={top + height} y2={top + height} />
                      </g>
                    ))}
                  </svg>
                </div>
              </div>
              <PhoneGround lanes={columns.lanes} />
            </>
          )}
        </div>
        <div className="rail-place">
          <div className="rail">
            <div className="rail-label">
              {known === null && <span className="rail-title ground-known">As known today</span>}
            </div>
            <div className="rail-track ground-track" />
          </div>
        </div>
        <div className="key" />
      </div>
    </div>
  );
}

/** The same for a phone: monograms over their threads. */
export function PhoneGround({ lanes }: { lanes: { key: string; monogram: string | null }[] }) {
  return (
    <div className="phone phone-ground">
      <svg className="ground-threads ground-own" aria-hidden="true">
        {lanes.map(({ key, monogram }, thread) => {
          const x = THREAD_START + THREAD_STEP * thread;
          return (
            <g key={key}>
              <rect x={x - 12} y="6" width="24" height="18" rx="2" />
              <text x={x} y="19">
                {monogram}
              </text>
              <line x1={x} x2={x} y1="30" y2="100%" />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
