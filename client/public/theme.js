// Sets the reader's theme before the first paint: the address first, then what was chosen here before.
(() => {
  let theme = new URLSearchParams(location.search).get("theme");
  try {
    theme ??= localStorage.getItem("entente.theme");
  } catch {
    // Storage can be switched off; the system's own theme then stands.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
