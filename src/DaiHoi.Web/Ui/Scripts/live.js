// What is live on a page is asked for anew every few seconds and put in its place, without moving anything. A form that somebody
// is typing into is never touched: only parts that are marked are.
const every = Number(document.body.dataset.liveEvery ?? 4) * 1000;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
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
