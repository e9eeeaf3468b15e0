import { useSyncExternalStore } from "react";

/** One sentence at a time, for screen readers (`quiet`) or for everybody as a toast. */
function channel(lastsMs: number) {
  let text = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: string) => {
    text = next;
    for (const listener of listeners) listener();
  };
  return {
    send(next: string) {
      clearTimeout(timer);
      set(next);
      timer = setTimeout(() => set(""), lastsMs);
    },
    use: () =>
      useSyncExternalStore(
        (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        () => text,
        () => "",
      ),
  };
}

const announcements = channel(4_000);
const toasts = channel(5_000);

/** Has a sentence read out, without showing it. */
export const say = announcements.send;
/** Shows a sentence at the foot of the page for five seconds, and has it read out. */
export const toast = toasts.send;
export const useAnnouncement = announcements.use;
export const useToast = toasts.use;
