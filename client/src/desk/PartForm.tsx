import { useEffect, useRef } from "react";
import { closeDesk, type Task } from "../page/desk.ts";
import { Trouble } from "../page/Trouble.tsx";
import { type Asked, questionOf } from "./asked.ts";
import type { Values } from "./field.ts";
import { Heading } from "./Heading.tsx";
import { MakeFields } from "./MakeFields.tsx";
import { THINGS } from "./things.ts";
import { useSubject } from "./useSubject.ts";

/** A part is added to the thing that the page is of: a time in office, a session, a place. */
export function PartForm({ task }: { task: Extract<Task, { form: "make" }> }) {
  const thing = THINGS[task.of];
  const { data, failure, again } = useSubject<Asked>(questionOf(task.under), task.slug);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const owner = data?.thing;
  const title = String(owner?.called ?? owner?.title ?? "");
  return (
    <>
      <Heading title={`Add ${thing.article} ${thing.noun}`} version={undefined} heading={heading} />
      {failure && <Trouble what="The form" failure={failure} again={again} />}
      {owner && (
        <MakeFields
          of={task.of}
          {...(thing.owner
            ? {
                owner: {
                  ...{ field: `${thing.owner}Id`, id: String(owner.id), title },
                  version: owner.version as number,
                },
              }
            : { preset: presetOf(task, title) })}
          onSaved={closeDesk}
          onCancel={closeDesk}
        />
      )}
    </>
  );
}

/** What stands by itself is in the country, or serves it, from whose form it is added. */
function presetOf({ under, slug }: Extract<Task, { form: "make" }>, name: string): Values {
  return under === "country" ? { country: { of: "COUNTRY", key: slug, name, aside: null } } : {};
}
