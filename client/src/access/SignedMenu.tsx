import { useState } from "react";
import { Link } from "../page/Link.tsx";
import { Popover } from "../page/Popover.tsx";
import { useViewer } from "../page/viewer.ts";
import { leave } from "./leave.ts";
import { roleWord } from "./rules.ts";
import "./access.css";

/** Who is signed in, at the end of the bar, and where they can go. */
export default function SignedMenu({ inMenu = false }: { inMenu?: boolean }) {
  const [open, setOpen] = useState(false);
  const viewer = useViewer();
  const close = () => setOpen(false);
  const ways = (
    <>
      <Link to="/account" onClick={close}>
        Account
      </Link>
      <Link to="/desk" onClick={close}>
        Desk
      </Link>
      <Link to="/desk/new" onClick={close}>
        New entry
      </Link>
      <Link to="/history" onClick={close}>
        History
      </Link>
      {viewer?.role === "ADMIN" && (
        <Link to="/desk/users" onClick={close}>
          Users
        </Link>
      )}
      <button type="button" onClick={() => void leave().then(close, close)}>
        Sign out
      </button>
    </>
  );
  const role = viewer?.role && roleWord(viewer.role);
  const name = (
    <>
      <span className="access-signed">Signed in</span> <span className="quiet">{role}</span>
    </>
  );
  if (inMenu)
    return (
      <div className="access-in-menu">
        <p className="quiet">Signed in{role && ` as ${viewer.name}, ${role}`}</p>
        {ways}
      </div>
    );
  return (
    <div className="access-menu">
      <Popover name={name} icon="down" open={open} onOpen={setOpen}>
        <div className="access-menu-ways">
          <p className="quiet">{viewer?.name}</p>
          {ways}
        </div>
      </Popover>
    </div>
  );
}
