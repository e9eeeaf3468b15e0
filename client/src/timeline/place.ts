/** Where the knowledge line stands when the rotated timeline opens: what is planned shows a little below it. */
const LINE_AT = 0.72;

/** Something that a reader's eye may rest on: its key and how far it is from the top of the screen, px. */
interface Spot {
  key: string;
  top: number;
}

/** What holds the reader's place while rows come and go. */
export interface Place {
  /** Notes what the reader looks at, or the row at a client y that they hold; call before rows change. */
  note(clientY?: number): void;
  /** Puts what was noted back to where it was; the line to where it opens if nothing was, or nothing of it is left. */
  restore(): void;
  /** Brings the line to this share of the box's height, and holds it there. */
  bring(share: number): void;
}

/**
 * Keeps the place in a box that scrolls `li[data-key]` and one knowledge line: the line, while it shows; otherwise the
 * uppermost row that does.
 */
export function holdPlace(box: HTMLElement, line: () => HTMLElement | null): Place {
  let noted: Spot | "line" | null = null;
  let lineTop = 0;
  const within = (element: HTMLElement) =>
    element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const open = () => {
    const mark = line();
    if (mark) box.scrollTop += within(mark) - box.clientHeight * LINE_AT;
  };
  return {
    bring(share) {
      const mark = line();
      if (!mark) return;
      box.scrollTop += within(mark) - box.clientHeight * share;
      noted = "line";
      lineTop = within(mark);
    },
    note(clientY) {
      const mark = line();
      if (!mark) return;
      lineTop = within(mark);
      if (clientY === undefined && lineTop >= 0 && lineTop <= box.clientHeight) {
        noted = "line";
        return;
      }
      const from = clientY === undefined ? 0 : clientY - box.getBoundingClientRect().top;
      for (const row of box.querySelectorAll<HTMLElement>("li[data-key]")) {
        const top = within(row);
        if (top < from) continue;
        noted = { key: row.dataset.key ?? "", top };
        return;
      }
      noted = "line";
    },
    restore() {
      const mark = line();
      if (!mark) return;
      if (noted === "line") box.scrollTop += within(mark) - lineTop;
      else {
        const { key, top } = noted ?? { key: "", top: 0 };
        const row = box.querySelector<HTMLElement>(`li[data-key="${CSS.escape(key)}"]`);
        if (row) box.scrollTop += within(row) - top;
        else open();
      }
      noted ??= "line";
      lineTop = within(mark);
    },
  };
}
