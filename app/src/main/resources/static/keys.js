// The keyboard: moving over rows, acting on the row at hand, and the palette that goes anywhere. Without it everything is a link or a button.
(() => {
  const ROWS = ".queue-row, .duty, .card-row";
  const PAGES = { d: "/", b: "/escalations", a: "/accounts", p: "/playbook", s: "/signals", m: "/messages", t: "/people", i: "/insights" };
  const palette = document.getElementById("palette");
  const help = document.getElementById("keys");

  const isTyping = (element) => element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const isSeen = (element) => element.checkVisibility();
  const rows = () => [...document.querySelectorAll(ROWS)].filter(isSeen);
  const row = () => document.activeElement?.closest(ROWS) ?? document.querySelector(".row-current");
  const link = (element) => element.querySelector(".queue-title, .duty-title, a[href]") ?? element;

  const choose = (next) => {
    document.querySelectorAll(".row-current").forEach((one) => one.classList.remove("row-current"));
    next.classList.add("row-current");
    link(next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  const move = (by) => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(row());
    choose(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
  };

  // The control of that key in the row at hand, else the first of the page; one press does it, or opens its form at the first field.
  const act = (key) => {
    const within = [row(), document].filter(Boolean);
    const control = within.map((one) => [...one.querySelectorAll(`[data-key~="${key}"]`)].find(isSeen)).find(Boolean);
    if (!control) return false;
    const details = control.closest("summary")?.parentElement;
    if (details) {
      details.open = true;
      (details.querySelector("textarea, input:not([type=hidden]), select") ?? control).focus();
    } else {
      control.focus();
      control.click();
    }
    return true;
  };

  const open = (dialog) => {
    if (dialog.open) return;
    dialog.showModal();
  };

  let gone = 0;
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      const form = document.activeElement?.closest("form");
      if (form) {
        event.preventDefault();
        form.requestSubmit();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open], .offcanvas.show")) return;
    const key = event.key;
    if (Date.now() - gone < 1500) {
      gone = 0;
      if (PAGES[key]) {
        event.preventDefault();
        location.href = PAGES[key];
        return;
      }
    }
    const done = {
      j: () => move(1),
      k: () => move(-1),
      "/": () => openPalette(),
      "?": () => open(help),
      g: () => { gone = Date.now(); },
      c: () => { location.href = "/escalations/new"; },
    }[key];
    if (done) {
      event.preventDefault();
      done();
    } else if (/^[aunh]$/.test(key) && act(key)) {
      event.preventDefault();
    }
  });

  document.addEventListener("focusin", (event) => {
    const at = event.target.closest?.(ROWS);
    if (!at) return;
    document.querySelectorAll(".row-current").forEach((one) => one !== at && one.classList.remove("row-current"));
    at.classList.add("row-current");
  });

  if (!palette) return;

  // The palette: a text box over a list; what is chosen is said by aria-activedescendant, the focus stays where one types.
  const words = palette.querySelector("input");
  const list = palette.querySelector("[role=listbox]");
  const none = palette.querySelector("[data-none]");
  let offers = [];
  let chosen = -1;
  let asked = 0;

  const pages = () => [...document.querySelectorAll("#rail-body nav a")].map((one) => ({ kind: palette.dataset.pages, label: one.textContent.trim(), go: () => one.click() }));
  const acts = () => [...document.querySelectorAll("[data-key], [data-act]")].filter(isSeen).slice(0, 12)
    .map((one) => ({ kind: palette.dataset.actions, label: (one.dataset.act || one.textContent).trim(), note: (one.closest(ROWS)?.querySelector(".duty-about") ?? one.closest(ROWS)?.querySelector(".queue-title"))?.textContent.trim() ?? "", go: () => {
      const details = one.closest("summary")?.parentElement;
      if (details) details.open = true;
      one.focus();
      if (!details) one.click();
    } }));

  const draw = () => {
    list.replaceChildren();
    let kind = "";
    offers.forEach((offer, number) => {
      if (offer.kind !== kind) {
        kind = offer.kind;
        const head = document.createElement("li");
        head.className = "palette-kind";
        head.role = "presentation";
        head.textContent = kind;
        list.append(head);
      }
      const item = document.createElement("li");
      item.id = `offer-${number}`;
      item.role = "option";
      item.ariaSelected = String(number === chosen);
      const label = document.createElement("span");
      label.textContent = offer.label;
      item.append(label);
      if (offer.note) {
        const note = document.createElement("small");
        note.textContent = offer.note;
        item.append(note);
      }
      item.addEventListener("click", () => go(number));
      list.append(item);
    });
    none.hidden = offers.length > 0;
    words.setAttribute("aria-activedescendant", chosen < 0 ? "" : `offer-${chosen}`);
    document.getElementById(`offer-${chosen}`)?.scrollIntoView({ block: "nearest" });
  };

  const go = (number) => {
    const offer = offers[number];
    palette.close();
    if (!offer) {
      location.href = `/search?q=${encodeURIComponent(words.value)}`;
    } else if (offer.href) {
      location.href = offer.href;
    } else {
      offer.go();
    }
  };

  const offer = async () => {
    const mine = ++asked;
    const typed = words.value.trim().toLowerCase();
    const here = [...acts(), ...pages()].filter((one) => `${one.label} ${one.note ?? ""}`.toLowerCase().includes(typed));
    offers = here;
    chosen = offers.length ? 0 : -1;
    draw();
    if (!typed) return;
    try {
      const answer = await fetch(`/palette?q=${encodeURIComponent(words.value)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok || mine !== asked) return;
      offers = [...here, ...(await answer.json()).offers];
      chosen = offers.length ? Math.max(chosen, 0) : -1;
      draw();
    } catch { /* offline: what is on the page is offered all the same */ }
  };

  const openPalette = () => {
    open(palette);
    words.select();
    offer();
  };

  let wait = 0;
  words.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(offer, 80);
  });
  words.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && offers.length) {
      event.preventDefault();
      chosen = (chosen + by + offers.length) % offers.length;
      draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(chosen);
    }
  });
  for (const dialog of [palette, help]) {
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  }
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (!opener) return;
    event.preventDefault();
    if (opener.dataset.open === "palette") openPalette();
    else open(help);
  });
})();
