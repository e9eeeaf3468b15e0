import { useEffect } from "react";
import { startSending } from "./send.ts";
import { tellSettled } from "./settled.ts";

/** Sends what waited when the page was last left. Shows nothing; what comes of it is told at the foot of the page. */
export default function Sending() {
  useEffect(() => startSending(tellSettled), []);
  return null;
}
