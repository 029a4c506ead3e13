// Runs before the page is painted: the chosen theme, else that of the system.
(() => {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try { return localStorage.getItem("bellrope.theme"); } catch { return null; }
  };
  const apply = () => {
    document.documentElement.dataset.bsTheme = chosen() ?? (system.matches ? "dark" : "light");
  };
  apply();
  system.addEventListener("change", apply);
  window.bellropeTheme = {
    toggle() {
      const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
      try { localStorage.setItem("bellrope.theme", next); } catch { /* stays for this page only */ }
      document.documentElement.dataset.bsTheme = next;
    },
  };
})();
