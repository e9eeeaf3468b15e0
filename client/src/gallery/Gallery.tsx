import { createRoot } from "react-dom/client";
import { Both } from "./Both.tsx";
import { Founding } from "./Founding.tsx";
import { Vocabulary } from "./Vocabulary.tsx";
import "../app/fonts.css";
import "../app/tokens.css";
import "../app/base.css";
import "../app/type.css";
import "./gallery.css";

// `?theme=light` shows the vocabulary in one theme, `?of=founding` the timeline of the founding case; without either, both themes.
const query = new URLSearchParams(location.search);
const theme = query.get("theme");
if (theme) document.documentElement.dataset.theme = theme;

function Gallery() {
  if (query.get("of") === "founding") return <Founding query={query} />;
  return theme ? <Vocabulary theme={theme} /> : <Both />;
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Gallery />);
