// What was typed into a form survives a reload, a crash and a lost connection: it is kept in this browser until it was sent, discarded, or
// its writer signed out.
(() => {
  const PREFIX = "bellrope.draft.";
  const me = document.body.dataset.me;
  if (!me) return;
  const mine = `${PREFIX}${me}.`;

  const store = (() => { try { return window.localStorage; } catch { return null; } })();
  if (!store) return;

  const name = (form) => {
    if (form.dataset.draft) return mine + form.dataset.draft;
    const preset = [...form.querySelectorAll("input[type=hidden]")].filter((one) => !["_csrf", "seen", "back"].includes(one.name));
    return mine + new URL(form.action).pathname + preset.map((one) => `/${one.name}=${one.value}`).join("");
  };
  const fields = (form) => [...form.elements].filter((one) => one.name && one.matches("textarea, input:not([type]), input[type=text], input[type=datetime-local], input[type=date]"));
  const forms = (within) => [...within.querySelectorAll("main form[method=post], form[method=post]")].filter((form) => !form.matches("[data-no-draft]") && form.querySelector("textarea"));

  const read = (key) => { try { return JSON.parse(store.getItem(key) ?? "null"); } catch { return null; } };

  // What was sent and taken is no draft any more; the page says that it was.
  if (document.querySelector("[data-flash=good]")) {
    Object.keys(store).filter((key) => key.startsWith(mine) && read(key)?.sent).forEach((key) => store.removeItem(key));
  }

  const restore = (form) => {
    const kept = read(name(form));
    if (!kept) return;
    let back = false;
    fields(form).forEach((field, number) => {
      const value = kept.values[`${number}:${field.name}`];
      if (value !== undefined && value !== field.value) {
        field.value = value;
        field.dispatchEvent(new Event("input"));
        back = true;
      }
    });
    if (!back) return;
    const strip = document.getElementById("live");
    const note = document.createElement("p");
    note.className = "draft-back";
    note.append(`${strip?.dataset.kept ?? ""} `);
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "btn btn-sm";
    drop.textContent = strip?.dataset.drop ?? "";
    drop.addEventListener("click", () => {
      store.removeItem(name(form));
      form.reset();
      note.remove();
    });
    note.append(drop);
    form.prepend(note);
    form.closest("details")?.setAttribute("open", "");
  };
  forms(document).forEach(restore);
  document.addEventListener("bellrope:drawn", (event) => forms(event.detail).forEach(restore));

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !forms(form.parentElement).includes(form)) return;
    const values = {};
    fields(form).forEach((field, number) => { if (field.value !== field.defaultValue) values[`${number}:${field.name}`] = field.value; });
    try {
      if (Object.keys(values).length) store.setItem(name(form), JSON.stringify({ values, at: Date.now() }));
      else store.removeItem(name(form));
    } catch { /* full: nothing is kept, and nothing is lost that is not on the screen */ }
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.action.endsWith("/sign-out")) {
      Object.keys(store).filter((key) => key.startsWith(PREFIX)).forEach((key) => store.removeItem(key));
      return;
    }
    const kept = form.method === "post" ? read(name(form)) : null;
    if (kept) store.setItem(name(form), JSON.stringify({ ...kept, sent: true }));
  });
})();
