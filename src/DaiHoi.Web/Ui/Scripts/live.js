// What is live on a page is asked for anew every few seconds and put in its place, without moving anything. A form that somebody
// is typing into is never touched: only parts that are marked are.
const every = Number(document.body.dataset.liveEvery ?? 4) * 1000;

const patience = 3;
let missed = 0;

// A screen that shows old figures says so; who stands at the back of a hall cannot know it otherwise.
function tellStale() {
  const told = document.querySelector(".live-stale");
  const words = document.body.dataset.liveStale;
  if (missed < patience || !words) {
    told?.remove();
    return;
  }
  if (told) return;
  const note = document.createElement("p");
  note.className = "live-stale";
  note.setAttribute("role", "status");
  note.textContent = words;
  document.body.append(note);
}

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  missed = answer?.ok && !answer.redirected ? 0 : missed + 1;
  tellStale();
  if (missed > 0) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (now && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes);
  }
}

setInterval(refresh, every);
// One key turns the screen of a hall to light and back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "l" || !document.body.classList.contains("hall-screen")) return;
  const root = document.documentElement;
  root.dataset.scheme = root.dataset.scheme === "dark" ? "light" : "dark";
});
