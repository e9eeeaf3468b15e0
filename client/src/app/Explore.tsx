import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { filtersIn, isFiltering, narrow } from "../filter/narrow.ts";
import { useKey } from "../page/keys.ts";
import { BELOW_DESKTOP, PHONE, useMedia } from "../page/media.ts";
import { Offline } from "../page/Offline.tsx";
import { savedWords, useOnline } from "../page/online.ts";
import { usePreferences } from "../page/preferences.ts";
import { say } from "../page/say.ts";
import { Trouble } from "../page/Trouble.tsx";
import { useTitle } from "../page/title.ts";
import { Rail } from "../timeline/Rail.tsx";
import { Timeline } from "../timeline/Timeline.tsx";
import { plural, shortDay } from "../when/words.ts";
import { blankColumns } from "./blank.ts";
import { PhoneGround } from "./Ground.tsx";
import { Key } from "./Key.tsx";
import { titleOf } from "./naming.ts";
import { showsNothing } from "./nothing.ts";
import { pinnedBy } from "./pinned.ts";
import { TakeAway } from "./TakeAway.tsx";
import { useComparing } from "./useComparing.tsx";
import { useCounts } from "./useCounts.ts";
import { lanesOf, useFacts } from "./useFacts.ts";
import { useFilter } from "./useFilter.ts";
import { useKeptInView } from "./useKeptInView.ts";
import { useLive } from "./useLive.ts";
import { useSelection } from "./useSelection.ts";
import { useView } from "./useView.ts";
import { ViewBar } from "./ViewBar.tsx";
import { rowWords } from "./words.tsx";
import "./explore.css";

const Empty = lazy(async () => ({ default: (await import("./Empty.tsx")).Empty }));
const PhoneTimeline = lazy(async () => ({
  default: (await import("../timeline/PhoneTimeline.tsx")).PhoneTimeline,
}));
const Filters = lazy(() => import("./Filters.tsx"));
const TableNote = lazy(() => import("./TableNote.tsx"));
const Table = lazy(async () => ({ default: (await import("../timeline/Table.tsx")).Table }));
const Inspector = lazy(async () => {
  const [{ withGraph }, { Inspector: Inner }] = await Promise.all([
    import("./graph.tsx"),
    import("../inspect/Inspector.tsx"),
  ]);
  return { default: withGraph(Inner) };
});

const Said = lazy(() => import("./Said.tsx"));

const DAY_MS = 86_400_000;

/** The timeline of some lanes, its table, its rail and the panel of what is selected; all of it in the address. */
export default function Explore() {
  const { address, store, view, change, changeWithUndo, leave } = useView();
  const { keys } = usePreferences();
  const phone = useMedia(PHONE);
  const sheet = useMedia(BELOW_DESKTOP);
  const [far, setFar] = useState(false);
  const [filterOpen, setFilterOpen] = useState(false);
  const [filtered, setFiltered] = useState("");
  const asked = useFacts(address);
  const blank = useMemo(
    () => blankColumns(address.lanes, Math.floor(Date.now() / DAY_MS)),
    [address.lanes],
  );
  const all = asked.data?.timeline ?? blank;
  const stories = asked.data?.storiesConnection.nodes;
  const pinned = useMemo(() => pinnedBy(stories ?? []), [stories]);
  const filter = useFilter(address);
  const asTable = address.view === "table";
  const columns = useMemo(
    () => narrow(all, filter, asTable ? "stage" : "standing"),
    [all, filter, asTable],
  );
  const countries = all.lanes.filter(({ kind }) => kind === "COUNTRY");
  const title = titleOf(asked.given ?? all.lanes);
  const counts = useCounts(columns, all, view.known, phone);
  const page = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const isCompared = address.compare !== null;
  const { selected, select, close, near, forum } = useSelection(
    address,
    change,
    leave,
    columns,
    isCompared ? all.today : view.known,
    plot,
  );
  const comparing = useComparing({
    address,
    change,
    leave,
    columns,
    store,
    page,
    select,
    asSheet: sheet,
    isLoaded: asked.data !== undefined,
  });
  const live = useLive({
    shown: asked.came,
    wanted: asked.wanted,
    take: asked.take,
    filter,
    known: view.known,
    loading: asked.loading,
  });
  const online = useOnline();
  const saved = online || asked.at === undefined ? null : savedWords(asked.at);
  useTitle(title);
  useKeptInView(selected, columns, store, isCompared);

  const onView = useCallback(
    (next: "timeline" | "table") => {
      change({ view: next });
      say(next === "table" ? "Shown as a table." : "Shown as a timeline.");
    },
    [change],
  );
  const ordering = useMemo(
    () => ({
      byTies: address.order === "ties",
      onByTies: (byTies: boolean) =>
        changeWithUndo(
          { order: byTies ? "ties" : "given" },
          byTies ? "Lanes ordered by ties." : "Lanes in the given order.",
        ),
      onOrder: (order: number[], words: string) =>
        changeWithUndo(
          { lanes: lanesOf(order.flatMap((lane) => all.lanes[lane] ?? [])), order: "given" },
          words,
        ),
    }),
    [address.order, all.lanes, changeWithUndo],
  );
  useKey(
    "v",
    useCallback(
      () => onView(address.view === "table" ? "timeline" : "table"),
      [onView, address.view],
    ),
  );
  const said = useCallback(
    (id: string) => {
      const [of, slug = ""] = id.split(":");
      return of === "event" ? (
        <Suspense>
          <Said slug={slug} known={view.known} />
        </Suspense>
      ) : null;
    },
    [view.known],
  );
  // Once there, it stays to say what clearing a filter brings back.
  const filtering = isFiltering(filter);
  const withFilters = useRef(false);
  withFilters.current ||= filtering || filterOpen || asTable;
  const none = columns.marks.slug.length + columns.bars.length === 0;
  const nothing = none || (filtering && showsNothing(columns, view));
  const empty = asked.data && nothing && (
    <Empty {...{ title, filter, view, all, columns, change, changeWithUndo }} />
  );
  return (
    <div
      className="explore"
      data-panel={selected !== null || isCompared}
      data-compare={isCompared}
      ref={page}
    >
      <div className="explore-main">
        <ViewBar
          title={title}
          counts={asked.data ? counts : asked.loading ? "Loading facts" : "No facts loaded"}
          address={address}
          filters={filtersIn(filter)}
          filterOpen={filterOpen}
          onFilter={() => setFilterOpen(!filterOpen)}
          onView={onView}
          onLatest={() => store.set({ ...store.get(), known: null }, "push")}
          onCompare={comparing.enter}
          fresh={
            live.room &&
            live.fresh.length > 0 && (
              <live.room.FreshButton onShow={live.show}>
                Show {plural(live.fresh.length, "new fact")}
              </live.room.FreshButton>
            )
          }
        >
          <TakeAway
            {...{ title, counts, address, view, columns, pinned }}
            now={comparing.now}
            filter={filtering ? filtered : ""}
            ready={asked.data !== undefined}
          />
        </ViewBar>
        {withFilters.current && (
          <Suspense>
            <Filters
              {...{ all, columns, filter, address, view, store, change, changeWithUndo }}
              open={filterOpen}
              onClose={() => setFilterOpen(false)}
              onWords={setFiltered}
            />
          </Suspense>
        )}
        <Offline savedAt={asked.at} />
        {asked.failure && (
          <Trouble
            what="The timeline"
            failure={asked.failure}
            safe={asked.data ? "What you see was loaded before." : "Nothing was lost."}
            again={asked.again}
          />
        )}
        <div id="plot" className="plot-place" tabIndex={-1} ref={plot} aria-busy={asked.loading}>
          {asked.loading && !asked.data && <span className="busy-line" />}
          {address.view === "table" ? (
            <Suspense>
              <Table
                columns={columns}
                from={view.from}
                to={view.to}
                known={view.known}
                now={comparing.lens?.now ?? null}
                sort={address.sort}
                onSort={(sort) => change({ sort })}
                selected={selected}
                fresh={live.ringed}
                onSelect={select}
                words={rowWords}
                empty={
                  empty || (
                    <p className="nothing">
                      No facts in this window. Zoom out, or move along the timeline.
                    </p>
                  )
                }
              />
            </Suspense>
          ) : phone && !asked.data ? (
            <PhoneGround lanes={countries} />
          ) : phone ? (
            <Suspense fallback={<PhoneGround lanes={countries} />}>
              <PhoneTimeline
                columns={columns}
                view={store}
                today={all.today}
                selected={selected}
                fresh={live.ringed}
                onSelect={select}
                pinned={pinned}
                lens={comparing.lens}
                saved={saved}
                label={title}
                shortcuts={keys}
              />
            </Suspense>
          ) : (
            <Timeline
              columns={columns}
              view={store}
              today={all.today}
              selected={selected}
              fresh={live.ringed}
              onSelect={select}
              pinned={pinned}
              lens={comparing.lens}
              saved={saved}
              label={title}
              shortcuts={keys}
              ordering={ordering}
              said={said}
              onFar={setFar}
            />
          )}
          {address.view === "timeline" && <Suspense>{empty}</Suspense>}
          {live.room && live.told.length > 0 && (
            <live.room.JustNow told={live.told} onSelect={select} onGone={live.hush} />
          )}
        </div>
        <div id="known" className="rail-place" tabIndex={-1}>
          <Rail
            columns={columns}
            view={store}
            today={all.today}
            note={
              asTable ? (
                <Suspense>
                  {!isCompared && <TableNote {...{ all, columns, view, selected }} />}
                </Suspense>
              ) : undefined
            }
            onCompare={phone && address.compare === null ? comparing.enter : undefined}
          />
        </div>
        {!phone && !asTable && (
          <Key
            far={far}
            compared={isCompared && view.known !== null ? shortDay(view.known) : null}
          />
        )}
      </div>
      {selected !== null && address.sel && (
        <Suspense
          fallback={
            <aside className="panel" data-sheet={sheet} aria-label="Details" aria-busy="true" />
          }
        >
          <Inspector
            of={address.sel.of}
            slug={address.sel.slug}
            forum={forum}
            asSheet={sheet}
            onClose={isCompared ? () => select(null) : close}
            back={isCompared ? "Comparison" : null}
            near={near}
            onSelect={select}
            onShow={live.fresh.some(({ id }) => id === selected) ? live.show : undefined}
          />
        </Suspense>
      )}
      {comparing.panel}
    </div>
  );
}
