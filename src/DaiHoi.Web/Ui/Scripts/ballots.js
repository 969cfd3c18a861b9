// Ballots by keyboard: the names that are struck show while their numbers are typed, Enter saves and goes on to the next. What
// the program has not confirmed stays in the field. Without it the same form is sent as a page.
const form = document.querySelector("[data-ballots]");
const names = [...document.querySelectorAll("[data-names] [data-number]")];
const journal = document.querySelector("[data-journal]");

function show() {
  const typed = form.elements.marks.value.split(/[^0-9]+/).filter(Boolean);
  for (const name of names) name.toggleAttribute("data-struck", typed.includes(name.dataset.number));
}

function note(saved) {
  const row = journal.insertRow(0);
  const cell = row.insertCell();
  const again = document.createElement("a");
  again.href = `?phieu=${saved.number}`;
  again.textContent = saved.number;
  cell.append(again);
  for (const text of [saved.marks, saved.verdict, saved.at]) row.insertCell().textContent = text;
}

async function save() {
  const problem = form.querySelector("[data-problem]");
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json" },
  }).catch(() => null);
  const read = await answer?.json().catch(() => null);
  if (!answer?.ok || !read) {
    problem.textContent = read?.problem ?? form.dataset.unsaved;
    return;
  }
  problem.textContent = "";
  note(read);
  form.querySelector("[data-entered]").textContent = read.entered;
  if (read.next === null) {
    location.assign(form.action);
    return;
  }
  form.elements.number.value = read.next;
  const title = form.querySelector("[data-title]");
  title.textContent = `${title.dataset.word} ${read.next}`;
  form.elements.marks.value = "";
  show();
}

if (form) {
  let saving = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // A key that is held down does not send the same ballot again as the next one.
    if (saving) return;
    saving = true;
    await save();
    saving = false;
    form.elements.marks.focus();
  });
  show();
}
