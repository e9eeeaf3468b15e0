import type { LaneNamesQuery, LaneNamesQueryVariables } from "../app/operations.gen.ts";
import { Icon } from "../page/Icon.tsx";
import { useAsk } from "../page/useAsk.ts";
import laneNames from "./lanes.graphql?raw";
import { added, type Chosen, type Group, type NamedLane, removed } from "./lanes.ts";

interface Props {
  /** The lanes shown, in order. */
  lanes: readonly NamedLane[];
  /** `gone`: the name of the lane that was taken away. */
  onLanes: (lanes: Chosen, gone?: string) => void;
  /** Goes back to the usual lanes; undefined when they are shown. */
  onUsual: (() => void) | undefined;
}

/** Which lanes to show: each can be taken away, others are added by name. */
export function LaneChoice({ lanes, onLanes, onUsual }: Props) {
  const { data } = useAsk<LaneNamesQuery, LaneNamesQueryVariables>(laneNames, {});
  const shown = new Set(lanes.map((lane) => lane.key));
  return (
    <fieldset className="lanes-shown">
      <legend>Lanes shown</legend>
      {lanes.map((lane) => (
        <button
          key={lane.key}
          type="button"
          className="lane-shown"
          aria-label={`Take away ${lane.name}`}
          disabled={lanes.length === 1}
          onClick={() => onLanes(removed(lanes, lane.key), lane.name)}
        >
          {lane.name} <Icon name="close" size={10} />
        </button>
      ))}
      <select
        className="field"
        aria-label="Add a lane"
        value=""
        onChange={(event) => {
          const [group, key] = event.target.value.split(":");
          if (group && key) onLanes(added(lanes, group as Group, key));
        }}
      >
        <option value="">Add a lane</option>
        {data &&
          optionsOf(data).map(({ group, label, options }) => (
            <optgroup key={group} label={label}>
              {options
                .filter(([key]) => !shown.has(key))
                .map(([key, name]) => (
                  <option key={key} value={`${group}:${key}`}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
      </select>
      {onUsual && (
        <button type="button" className="button bare" onClick={onUsual}>
          Usual lanes
        </button>
      )}
    </fieldset>
  );
}

function optionsOf({ countries, forums, agreements }: LaneNamesQuery): {
  group: Group;
  label: string;
  options: [key: string, name: string][];
}[] {
  return [
    {
      group: "countries",
      label: "Countries",
      options: countries.nodes.map(({ code, name }) => [code, name]),
    },
    {
      group: "forums",
      label: "Forums",
      options: forums.nodes.map(({ slug, shortName }) => [slug, shortName]),
    },
    {
      group: "agreements",
      label: "Agreements",
      options: agreements.nodes.map(({ slug, shortTitle }) => [slug, shortTitle]),
    },
  ];
}
