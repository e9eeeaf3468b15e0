import { describe, expect, it } from "vitest";
import { sessionAsOf } from "./session.ts";

const kazan = {
  status: "HELD",
  fixed: true,
  precision: "INTERVAL",
  earliest: 100 as number | null,
  knownOn: 50,
};

describe("a session as of a day", () => {
  it("is not there before it was known", () => {
    expect(sessionAsOf(kazan, 49)).toBeNull();
  });

  it("is scheduled until its first day and held from it", () => {
    expect(sessionAsOf(kazan, 99)?.status).toBe("SCHEDULED");
    expect(sessionAsOf(kazan, 100)?.status).toBe("HELD");
    expect(sessionAsOf(kazan, null)?.status).toBe("HELD");
  });

  it("is only expected as long as its day is known to the month", () => {
    expect(sessionAsOf({ ...kazan, precision: "MONTH" }, 60)).toMatchObject({
      status: "EXPECTED",
      fixed: false,
    });
  });

  it("keeps what was not held as it is", () => {
    expect(sessionAsOf({ ...kazan, status: "CANCELLED" }, 60)?.status).toBe("CANCELLED");
    expect(sessionAsOf({ ...kazan, status: "EXPECTED", earliest: null }, 60)?.status).toBe(
      "EXPECTED",
    );
  });
});
