// What an open page does when something changes: regions that nobody is at are drawn anew, the others say that they could be.
(() => {
  const body = document.body;
  const strip = document.getElementById("live");
  if (!strip || body.dataset.live === undefined || !window.EventSource) return;
  const key = body.dataset.live;
  let source = null;
  let lost = false;
  let held = new Map();

  const say = (text, kind) => {
    strip.textContent = text;
    strip.className = `live-strip ${kind}`;
    strip.hidden = !text;
  };

  const isDirty = (region) => [...region.querySelectorAll("textarea, input:not([type=hidden]), select")].some((field) =>
    field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT" ? [...field.options].some((one) => one.selected !== one.defaultSelected) && field.selectedIndex > 0
        : field.value !== field.defaultValue);

  // Nothing moves under a pointer, a finger or the focus, and nothing that was typed or opened is lost.
  const isBusy = (region) => region.matches(":hover") || region.contains(document.activeElement) || isDirty(region)
    || region.querySelector("details.act[open], dialog[open]") !== null;

  const put = (region, fresh) => {
    if (region.isEqualNode(fresh)) return;
    const opened = [...region.querySelectorAll("details[open][id]")].map((one) => one.id);
    const known = new Set([...region.querySelectorAll("[id]")].map((one) => one.id));
    region.replaceWith(fresh);
    opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    if (known.size) fresh.querySelectorAll(".entry[id], .queue-row[id], .duty[id]").forEach((one) => known.has(one.id) || one.classList.add("is-new"));
    fresh.querySelectorAll("[data-hold]").forEach((one) => one.remove());
    window.htmx?.process(fresh);
    document.dispatchEvent(new CustomEvent("bellrope:drawn", { detail: fresh }));
  };

  const hold = (region, fresh) => {
    if (region.isEqualNode(fresh)) return;
    held.set(region.dataset.region, fresh);
    if (region.previousElementSibling?.matches("[data-hold]")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hold";
    button.dataset.hold = region.dataset.region;
    button.textContent = strip.dataset.held;
    region.before(button);
  };

  const release = (name) => {
    const region = document.querySelector(`[data-region="${name}"]`);
    const fresh = held.get(name);
    held.delete(name);
    document.querySelector(`[data-hold="${name}"]`)?.remove();
    if (region && fresh) put(region, fresh);
  };

  let drawing = false;
  let again = false;
  const draw = async () => {
    if (drawing) {
      again = true;
      return;
    }
    drawing = true;
    try {
      // A form that was refused is shown at the address of the form, which cannot be asked for.
      const address = key && !location.pathname.endsWith(`/${key}`) ? `/escalations/${key}` : location.pathname + location.search;
      const answer = await fetch(address, { headers: { "X-Live": "true" } });
      if (answer.ok && !answer.redirected) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (fresh.body.dataset.sequence) body.dataset.sequence = fresh.body.dataset.sequence;
        for (const region of document.querySelectorAll("[data-region]")) {
          const other = fresh.querySelector(`[data-region="${region.dataset.region}"]`);
          if (!other) continue;
          // Forms say which newest event they have seen; those that stay must go on saying so, and are refused if it matters.
          if (isBusy(region)) hold(region, document.importNode(other, true));
          else {
            held.delete(region.dataset.region);
            document.querySelector(`[data-hold="${region.dataset.region}"]`)?.remove();
            put(region, document.importNode(other, true));
          }
        }
      }
    } catch { /* the stream says so itself when there is no connection */ } finally {
      drawing = false;
      if (again) {
        again = false;
        draw();
      }
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hold]");
    if (button) release(button.dataset.hold);
  });
  document.addEventListener("pointermove", () => settle());
  document.addEventListener("focusout", () => setTimeout(settle, 50));
  let settling = 0;
  const settle = () => {
    if (!held.size || settling) return;
    settling = setTimeout(() => {
      settling = 0;
      for (const name of [...held.keys()]) {
        const region = document.querySelector(`[data-region="${name}"]`);
        if (region && !isBusy(region)) release(name);
      }
    }, 400);
  };

  const news = document.getElementById("live-news");
  const changed = (event) => {
    const keys = JSON.parse(event.data).keys;
    if (news) news.textContent = strip.dataset.changed.replace("{0}", keys.slice(0, 3).join(", "));
    draw();
  };

  let present = new Set();
  const mark = () => document.querySelectorAll("[data-presence]").forEach((one) => {
    const is = present.has(one.dataset.presence);
    one.classList.toggle("is-present", is);
    one.textContent = is ? strip.dataset.present : "";
  });
  document.addEventListener("bellrope:drawn", mark);

  const here = (event) => {
    const people = JSON.parse(event.data).filter((one) => one.person !== body.dataset.me);
    present = new Set(people.map((one) => one.person));
    mark();
    const list = document.getElementById("live-here");
    if (!list) return;
    list.replaceChildren(...people.map((one) => {
      const item = document.createElement("li");
      item.textContent = one.doing ? strip.dataset.writing.replace("{0}", one.name).replace("{1}", one.doing) : one.name;
      if (one.doing) item.className = "is-writing";
      return item;
    }));
    list.hidden = people.length === 0;
  };

  const listen = () => {
    source?.close();
    source = new EventSource(`/live?escalation=${encodeURIComponent(key)}&seen=${body.dataset.sequence ?? 0}`);
    source.addEventListener("open", () => {
      if (lost) {
        lost = false;
        say(strip.dataset.online, "live-good");
        setTimeout(() => { if (!lost) say("", ""); }, 4000);
        draw();
      }
    });
    source.addEventListener("changed", changed);
    source.addEventListener("here", here);
    source.addEventListener("error", () => {
      // The server ends each stream after minutes, and the browser opens a new one; only what lasts is a loss.
      setTimeout(() => {
        if (source && source.readyState !== EventSource.OPEN && !document.hidden) {
          lost = true;
          say(strip.dataset.offline, "live-bad");
          if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
        }
      }, 3000);
    });
  };

  // A page that nobody sees keeps no connection.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      listen();
      draw();
    }
  });
  listen();

  // Who is here, and what they write in.
  if (!key) return;
  let doing = "";
  const tell = (more) => {
    const form = new FormData();
    form.set("escalation", key);
    form.set("doing", doing);
    form.set("_csrf", body.dataset.csrf);
    if (more) form.set("gone", "true");
    if (more) navigator.sendBeacon("/live/presence", form);
    else fetch("/live/presence", { method: "POST", body: form }).catch(() => {});
  };
  tell(false);
  setInterval(() => { if (!document.hidden) tell(false); }, 25000);
  addEventListener("pagehide", () => tell(true));
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[action^='/escalations/']");
    const label = form?.querySelector("button[type=submit]")?.textContent.trim() ?? "";
    if (form && label !== doing) {
      doing = label;
      tell(false);
    }
  });
  document.addEventListener("focusout", () => setTimeout(() => {
    if (doing && !document.activeElement?.closest("form")) {
      doing = "";
      tell(false);
    }
  }, 200));
})();
