// Words of a report are saved a moment after they were typed, each passage for itself. Whoever leaves with words that are not
// saved is asked. Without it the button of each passage saves.
const whole = document.querySelector(".report");
const waiting = new Map();
const moment = 1500;

async function save(form) {
  const state = form.querySelector("[data-state]");
  const text = form.elements.text.value;
  const sent = new FormData(form);
  const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) {
    state.textContent = answer?.status === 409 ? whole.dataset.changed : whole.dataset.unsaved;
    form.toggleAttribute("data-refused", answer?.status === 409);
    return;
  }
  const { version, report, at } = await answer.json();
  form.elements.version.value = version;
  // Who sends the report has seen his own words, not what others wrote meanwhile.
  for (const seen of document.querySelectorAll("[data-report-version]")) {
    if (report === Number(seen.value) + 1) seen.value = report;
  }
  state.textContent = whole.dataset.saved.replace("{0}", at);
  if (form.elements.text.value === text) waiting.delete(form);
  else later(form);
}

function later(form) {
  clearTimeout(waiting.get(form));
  waiting.set(
    form,
    setTimeout(() => save(form), moment),
  );
}

for (const form of document.querySelectorAll("form[data-passage]")) {
  form.addEventListener("input", () => {
    if (!form.hasAttribute("data-refused")) later(form);
    else waiting.set(form, 0);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
  });
}

// Who sends the report right after typing sends his last words too: they are saved first. What cannot be saved keeps it here.
document.querySelector("form[data-send]")?.addEventListener("submit", async (event) => {
  if (waiting.size === 0) return;
  event.preventDefault();
  for (const [form, timer] of [...waiting]) {
    clearTimeout(timer);
    if (!form.hasAttribute("data-refused")) await save(form);
  }
  if (waiting.size === 0) event.target.requestSubmit();
  else [...waiting.keys()][0].scrollIntoView();
});

window.addEventListener("beforeunload", (event) => {
  if (waiting.size > 0) event.preventDefault();
});
