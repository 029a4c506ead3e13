// The page of an escalation: opens what an address or a button points at, suggests who can be mentioned, prints.
(() => {
  "use strict";

  // A link of a mail leads to a form that may be folded away, in something that is folded away.
  const open = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return null;
    for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    return target;
  };
  const lead = () => open(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: "start" });
  addEventListener("hashchange", lead);
  lead();

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      const target = open(opener.dataset.opens);
      const field = target?.querySelector("textarea, select, input:not([type=hidden])");
      if (field) {
        event.preventDefault();
        history.replaceState(null, "", "#" + target.id);
        target.scrollIntoView({ block: "nearest" });
        field.focus();
      }
    }
    if (event.target.closest("[data-print]")) print();
  });
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;

  // Before printing, what was folded away is shown: nobody unfolds paper.
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll(".folded")) one.open = true;
  });

  // @ and a few letters: who could be meant.
  const people = [...document.querySelectorAll("#mentionable [data-mention]")]
    .map((one) => ({ id: one.dataset.mention, name: one.textContent }));
  const MOST = 6;
  for (const field of document.querySelectorAll("[data-mentions]")) {
    const list = document.createElement("ul");
    list.className = "mentions";
    list.id = field.id + "-mentions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "@");
    list.hidden = true;
    field.after(list);
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-autocomplete", "list");
    let chosen = 0;

    const typed = () => field.value.slice(0, field.selectionStart).match(/(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}_.\- ]{0,30})$/u);
    const close = () => { list.hidden = true; field.removeAttribute("aria-activedescendant"); };
    const mark = () => {
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
      const item = list.children[chosen];
      if (item) { field.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); }
    };
    const take = (id) => {
      const before = field.value.slice(0, field.selectionStart).replace(/@[^@]*$/, "@" + id + " ");
      const caret = before.length;
      field.value = before + field.value.slice(field.selectionStart);
      field.setSelectionRange(caret, caret);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      close();
      field.focus();
    };
    field.addEventListener("input", () => {
      const word = typed()?.[1].toLowerCase();
      const found = word === undefined ? [] : people
        .filter((one) => one.id.toLowerCase().startsWith(word) || one.name.toLowerCase().startsWith(word)
          || one.name.toLowerCase().includes(" " + word))
        .slice(0, MOST);
      if (found.length === 0) { close(); return; }
      list.replaceChildren(...found.map((one, place) => {
        const item = document.createElement("li");
        item.id = list.id + "-" + place;
        item.setAttribute("role", "option");
        item.textContent = one.name + " (@" + one.id + ")";
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(one.id); });
        item.dataset.id = one.id;
        return item;
      }));
      list.hidden = false;
      chosen = 0;
      mark();
    });
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        chosen = (chosen + step + list.children.length) % list.children.length;
        mark();
      } else if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        take(list.children[chosen].dataset.id);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        close();
      }
    });
    field.addEventListener("blur", close);
  }
})();
