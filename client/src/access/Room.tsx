import type { ComponentType } from "react";
import { useHere } from "../page/route.ts";
import AccountPage from "./AccountPage.tsx";
import JoinPage from "./JoinPage.tsx";
import SignInPage from "./SignInPage.tsx";
import UsersPage from "./UsersPage.tsx";

/** Pages by the first part of their path. */
const PAGES: Record<string, ComponentType<{ slug: string }>> = {
  "sign-in": SignInPage,
  join: JoinPage,
  account: AccountPage,
  desk: UsersPage,
};

/** The page of this room that the address names: one import for all of them keeps what readers load small. */
export default function Room({ slug }: { slug: string }) {
  const Page = PAGES[useHere().split(/[/?]/)[1] ?? ""];
  return Page && <Page slug={slug} />;
}
