// The editor of the playbook: numbers beside its lines, marks where something is wrong, and links that lead there.
(() => {
  const editor = document.querySelector("[data-editor]");
  const text = editor?.querySelector("textarea");
  const gutter = editor?.querySelector("[data-gutter]");
  if (!text || !gutter) return;
  editor.classList.add("editor-ready");

  const found = document.getElementById("found");

  const number = () => {
    const lines = text.value.split("\n").length;
    while (gutter.children.length > lines) gutter.lastChild.remove();
    while (gutter.children.length < lines) {
      const line = document.createElement("span");
      line.textContent = String(gutter.children.length + 1);
      gutter.append(line);
    }
  };

  const mark = () => {
    const wrong = new Set([...found.querySelectorAll("[data-line]")].map((place) => Number(place.dataset.line)));
    [...gutter.children].forEach((line, index) => line.classList.toggle("line-wrong", wrong.has(index + 1)));
  };

  const scroll = () => { gutter.scrollTop = text.scrollTop; };

  // Where a line and a column are in the text; columns are counted in characters as people see them.
  const place = (line, column) => {
    const lines = text.value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const inLine = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
    return Math.min(before + inLine, text.value.length);
  };

  const go = (line, column) => {
    const at = place(line, column);
    const height = parseFloat(getComputedStyle(text).lineHeight);
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = Math.max(0, (line - 4) * height);
    text.scrollIntoView({ block: "nearest" });
    scroll();
  };

  found.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    go(Number(link.dataset.line), Number(link.dataset.column));
  });

  text.addEventListener("input", number);
  text.addEventListener("scroll", scroll);
  new ResizeObserver(() => { gutter.style.height = `${text.offsetHeight}px`; scroll(); }).observe(text);
  // Whoever listens is told how many mistakes there are, once it changes, and not all of them at every pause.
  const tell = () => {
    const status = document.querySelector("[data-found]");
    const heading = found.querySelector("h2")?.textContent ?? "";
    if (status && status.textContent !== heading) status.textContent = heading;
  };
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== found) return;
    mark();
    tell();
  });
  number();
  mark();
})();
