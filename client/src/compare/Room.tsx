/** What a comparison needs beside the plot: its panel, and the lens through which the plot shows both days. */
export { lensOf } from "../timeline/since.ts";
export { ComparePanel } from "./ComparePanel.tsx";
