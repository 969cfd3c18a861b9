// The dashboard: the axis of the curve as a slider for the date, and numbers that follow what is entered below. Both are only
// quicker ways: the form chooses the date without them, and a page that hears nothing is as old as its date says.
const board = document.querySelector("[data-news]");
const slider = board.querySelector(".day-slider");
const day = board.querySelector("#day");

if (slider) {
  const first = Date.parse(slider.dataset.first);
  const start = Number(slider.min);
  const iso = (value) => new Date(first + (value - start) * 86400000).toISOString().slice(0, 10);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    const chosen = iso(Number(slider.value));
    day.value = chosen > slider.dataset.last ? slider.dataset.last : chosen < day.min ? day.min : chosen;
  });
  slider.addEventListener("change", () => slider.form.requestSubmit());
}

// A reader who listens is told at most once a minute.
let told = 0;
function announce(sentence) {
  const place = board.querySelector("[data-announced]");
  if (!place || Date.now() - told < 60000) return;
  told = Date.now();
  place.textContent = sentence;
}

let asking = false;
let again = false;
async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    // Signed out, or no longer there: what stands here stays, and its date says how old it is.
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const before = board.querySelector("#sentence")?.textContent;
    for (const old of board.querySelectorAll("[data-live]")) {
      const now = fresh.getElementById(old.id);
      // What somebody is on with the keyboard stays under his hands.
      if (now && !old.contains(document.activeElement) && old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML;
    }
    const sentence = board.querySelector("#sentence")?.textContent;
    if (sentence && sentence !== before) announce(sentence);
  } catch {
    // No network: the next word of the stream asks again.
  } finally {
    asking = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

const news = new EventSource(board.dataset.news);
news.addEventListener("changed", refresh);
let opened = false;
news.addEventListener("open", () => {
  // The stream was lost and is back: something may have been missed.
  if (opened) refresh();
  opened = true;
});
