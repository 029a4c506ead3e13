// A card that is dropped on a lane opens the form that would take it there, with what follows from it; nothing is done by the drop itself.
(() => {
  let dragged = null;
  const fits = (lane) => dragged && lane && !lane.contains(dragged) && act(lane) !== undefined;
  const act = (lane) => {
    const moves = dragged.dataset.moves.split(" ");
    if (moves.includes(lane.dataset.lane)) return lane.dataset.lane;
    // Back among the active ones, whichever way leads there from where it is.
    return lane.id.startsWith("lane-active") ? ["acceptance", "reopening"].find((one) => moves.includes(one)) : undefined;
  };
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.(".card-row") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.escalation);
    document.querySelectorAll(".lane").forEach((lane) => lane.classList.toggle("lane-fits", Boolean(fits(lane))));
  });
  document.addEventListener("dragover", (event) => {
    if (fits(event.target.closest?.(".lane"))) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const lane = event.target.closest?.(".lane");
    if (!fits(lane)) return;
    event.preventDefault();
    location.href = `/escalations/${dragged.dataset.escalation}#act-${act(lane)}`;
  });
  document.addEventListener("dragend", () => {
    dragged = null;
    document.querySelectorAll(".lane-fits").forEach((lane) => lane.classList.remove("lane-fits"));
  });
})();
