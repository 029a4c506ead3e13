// Small behaviours that need no framework. Everything also works, more slowly, without them.
(() => {
  const length = (milliseconds) => {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const two = (number) => String(number).padStart(2, "0");
    if (seconds < 60) return `${seconds}s`;
    if (minutes < 60) return `${minutes}m ${two(seconds % 60)}s`;
    if (hours < 24) return `${hours}h ${two(minutes % 60)}m`;
    return `${Math.floor(hours / 24)}d ${hours % 24}h`;
  };

  // The server's time, whatever the clock of this computer says; learnt from the first badge that is seen.
  const skews = new WeakMap();
  const skew = (element) => {
    if (!skews.has(element)) skews.set(element, Number(element.dataset.now) - Date.now());
    return skews.get(element);
  };

  const tick = () => {
    for (const element of document.querySelectorAll("[data-due]")) {
      const left = Number(element.dataset.due) - (Date.now() + skew(element));
      const text = (left < 0 ? "+" : "") + length(left);
      if (element.textContent !== text) element.textContent = text;
      const clock = element.closest(".clock");
      if (clock && clock.classList.contains("clock-running")) {
        clock.classList.toggle("clock-soon", left < 30 * 60 * 1000);
        if (left < 0) {
          clock.classList.replace("clock-running", "clock-missed");
          const state = clock.querySelector(".clock-state");
          if (state) state.textContent = state.dataset.over;
        }
      }
    }
  };
  tick();
  setInterval(tick, 1000);
  document.addEventListener("htmx:afterSettle", tick);
  document.addEventListener("bellrope:drawn", tick);

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of document.querySelectorAll("[data-zone]")) field.value = zone ?? "";

  document.addEventListener("click", (event) => {
    const target = event.target.closest("button");
    if (!target) return;
    if (target.matches("[data-toggle-theme]")) window.bellropeTheme?.toggle();
    if (target.matches("[data-toggle-rail]")) {
      const open = document.body.classList.toggle("rail-open");
      target.setAttribute("aria-expanded", String(open));
    }
    if (target.dataset.copy) {
      const field = document.getElementById(target.dataset.copy);
      field.select();
      navigator.clipboard?.writeText(field.value).then(() => { target.textContent = "Copied"; }, () => {});
    }
  });

  // A link that names a form opens it: #act-resolution.
  const openNamed = () => {
    const named = location.hash.startsWith("#act-") && document.getElementById(location.hash.slice(1));
    if (!named || named.tagName !== "DETAILS") return;
    named.open = true;
    for (let outer = named.parentElement?.closest("details"); outer; outer = outer.parentElement?.closest("details")) outer.open = true;
    named.scrollIntoView({ block: "start" });
    (named.querySelector("textarea, input:not([type=hidden]), select") ?? named.querySelector("summary"))?.focus({ preventScroll: true });
  };
  openNamed();
  addEventListener("hashchange", openNamed);

  // Signing in leads to where one wanted to go, also within the page.
  if (location.hash) document.querySelectorAll("form[action='/sign-in'], form[action='/demo-sign-in']").forEach((form) => { form.action += location.hash; });

  // A button with data-confirm asks first.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // What takes long says that it is at work.
  document.addEventListener("submit", (event) => {
    const working = event.target.querySelector("[data-working]");
    if (working && !event.defaultPrevented) setTimeout(() => { working.hidden = false; }, 300);
  });
  addEventListener("pageshow", () => document.querySelectorAll("[data-working]").forEach((working) => { working.hidden = true; }));
})();
