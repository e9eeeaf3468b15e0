import { useCallback, useEffect } from "react";
import { ask } from "../page/ask.ts";
import { onSaved } from "../page/renew.ts";
import { useAsk } from "../page/useAsk.ts";
import lines from "./lines.graphql?raw";

/** Asks for lines of the desk's home: again at once when something was saved from it, while `look` asks for what others changed. */
export function useHome<Data, Variables extends object>(question: string, variables: Variables) {
  const whole = question + lines;
  const read = useAsk<Data, Variables>(whole, variables);
  const { again } = read;
  useEffect(() => onSaved(again), [again]);
  const key = JSON.stringify(variables);
  const look = useCallback(() => ask<Data, Variables>(whole, JSON.parse(key)), [whole, key]);
  return { ...read, look };
}
