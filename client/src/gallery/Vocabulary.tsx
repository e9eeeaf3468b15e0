import { PatternDefs } from "../timeline/PatternDefs.tsx";
import { Bars } from "./Bars.tsx";
import { Card } from "./Card.tsx";
import { Colours } from "./Colours.tsx";
import { Controls } from "./Controls.tsx";
import { Figures } from "./Figures.tsx";
import { Labels } from "./Labels.tsx";
import { Lists } from "./Lists.tsx";
import { Patterns } from "./Patterns.tsx";
import { Plot } from "./Plot.tsx";
import { States } from "./States.tsx";
import { Statuses } from "./Statuses.tsx";
import { TypeScale } from "./TypeScale.tsx";

/** Everything the product is drawn with, in one theme. */
export function Vocabulary({ theme }: { theme: string }) {
  return (
    <main className="vocabulary">
      <PatternDefs />
      <h1 className="t-view">{theme === "dark" ? "Dark" : "Light"}</h1>
      <Statuses />
      <Patterns />
      <Bars />
      <Figures />
      <Lists />
      <Labels />
      <Colours />
      <TypeScale />
      <Controls />
      <Card />
      <Plot />
      <States />
    </main>
  );
}
