import { Component, type ReactNode } from "react";
import { failureOf } from "./failure.ts";
import { Trouble } from "./Trouble.tsx";

/** Holds a page that broke while it was drawn, so that the bar and the way elsewhere stay. */
export class Caught extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Trouble
        what="This page"
        failure={failureOf(this.state.error)}
        again={() => location.reload()}
      />
    );
  }
}
