/** One status of a machine: what it means, and which may follow it. */
export interface StatusDefinition<Status extends string> {
  status: Status;
  /** One sentence for readers. */
  meaning: string;
  next: readonly Status[];
}

/** A status machine as data: its statuses in their usual order, which is their rank. */
export interface Machine<Status extends string, Definition = StatusDefinition<Status>> {
  subject: "EVENT" | "AGREEMENT";
  statuses: readonly (Definition & StatusDefinition<Status>)[];
}

/** The definition of a status. Throws when the machine has none of that name: a typed caller cannot ask for one. */
export function definitionIn<Status extends string, Definition>(
  machine: Machine<Status, Definition>,
  status: Status,
): Definition & StatusDefinition<Status> {
  const found = machine.statuses.find((definition) => definition.status === status);
  if (!found) throw new Error(`The ${machine.subject} machine has no status ${status}.`);
  return found;
}

/** Whether a text names a status of the machine. */
export function isStatusIn<Status extends string>(
  machine: Machine<Status, unknown>,
  text: string,
): text is Status {
  return machine.statuses.some((definition) => definition.status === text);
}

/** The place of a status in the usual order; -1 for a text that names none. */
export function rankIn(machine: Machine<string, unknown>, status: string): number {
  return machine.statuses.findIndex((definition) => definition.status === status);
}

/** Words as a list: `held, postponed or cancelled`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
