// The documentation is a document: the server writes it, and all that a script does here is to keep the reader's theme.
import "../app/fonts.css";
import "../app/tokens.css";
import "../app/type.css";
import "../app/base.css";
import "../app/shell.css";
import "./docs.css";

try {
  const theme = localStorage.getItem("entente.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be switched off; the system's own theme then stands.
}
