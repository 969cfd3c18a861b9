// Ballots by keyboard: the names that are struck show while their numbers are typed, and Enter goes on to the next ballot at
// once. What was typed waits in a queue until the program has confirmed it, however slow the line is: the rows of the journal say
// so, and a page that is loaded anew sends what still waited. Without it the same form is sent as a page.
const form = document.querySelector("[data-ballots]");
const names = [...document.querySelectorAll("[data-names] [data-number]")];
const journal = document.querySelector("[data-journal]");

// So long is an answer waited for, and a line that is gone tried again.
const patience = 15000;
const pauses = [500, 1000, 2000, 5000];

if (form) start();

function start() {
  const { marks, number } = form.elements;
  const title = form.querySelector("[data-title]");
  const problem = form.querySelector("[data-problem]");
  const pending = form.querySelector("[data-pending]");
  const kept = `ballots:${form.getAttribute("action")}`;
  const waiting = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  const refused = new Map();
  let missing = form.dataset.missing.split(" ").filter(Boolean).map(Number);
  let sending = false;
  let stopped = false;

  function show() {
    const typed = marks.value.split(/[^0-9]+/).filter(Boolean);
    for (const name of names) name.toggleAttribute("data-struck", typed.includes(name.dataset.number));
  }

  function keep() {
    sessionStorage.setItem(kept, JSON.stringify(waiting.map((ballot) => ({ number: ballot.number, marks: ballot.marks }))));
    pending.textContent = waiting.length > 0 ? `${pending.dataset.word} ${waiting.length}` : "";
  }

  function note(ballot) {
    ballot.row = journal.insertRow(0);
    ballot.row.toggleAttribute("data-waiting", true);
    const cell = ballot.row.insertCell();
    const again = document.createElement("a");
    again.href = `?phieu=${ballot.number}`;
    again.textContent = ballot.number;
    cell.append(again);
    for (const text of [ballot.marks, form.dataset.waiting, ""]) ballot.row.insertCell().textContent = text;
  }

  // The first that nobody has entered behind this one, then those before it: a ballot that was refused comes again.
  function goOn(after) {
    const next = missing.find((one) => one > after) ?? missing[0];
    marks.disabled = next === undefined;
    if (next === undefined) return;
    number.value = next;
    title.textContent = next === 0 ? title.textContent : `${title.dataset.word} ${next}`;
    marks.value = refused.get(next) ?? "";
    show();
    marks.focus();
    // What was refused is replaced by what is typed, not lengthened by it.
    marks.select();
  }

  // What cannot be on this ballot is told while the paper is still in the hand; the program looks at it once more.
  function wrong() {
    const seen = new Set();
    for (const part of form.dataset.form === "Sheets" ? [] : marks.value.replaceAll("?", " ").split(/[ ,;.\t]+/).filter(Boolean)) {
      const [, digits, sign] = part.match(/^(\d+)([-+]?)$/) ?? [];
      if (digits === undefined || (sign && form.dataset.form === "StrikeOut")) return form.dataset.unreadable.replace("{0}", part);
      const place = Number(digits);
      if (place < 1 || place > names.length) return form.dataset.notOnList.replace("{0}", part);
      if (seen.has(place)) return form.dataset.twice.replace("{0}", part);
      seen.add(place);
    }
    return "";
  }

  function enter() {
    problem.textContent = wrong();
    if (problem.textContent) {
      marks.select();
      return;
    }
    const ballot = { number: Number(number.value), marks: marks.value };
    refused.delete(ballot.number);
    missing = missing.filter((one) => one !== ballot.number);
    waiting.push(ballot);
    keep();
    note(ballot);
    goOn(ballot.number);
    send();
  }

  async function send() {
    if (sending) return;
    sending = true;
    let failed = 0;
    while (waiting.length > 0 && !stopped) {
      const answer = await post(waiting[0]);
      if (answer === null) {
        problem.textContent = form.dataset.unsaved;
        await new Promise((done) => setTimeout(done, pauses[Math.min(failed++, pauses.length - 1)]));
        continue;
      }
      if (failed > 0) problem.textContent = "";
      failed = 0;
      const ballot = waiting.shift();
      keep();
      if (answer.read.problem === undefined) confirm(ballot, answer.read);
      else refuse(ballot, answer);
    }
    sending = false;
    if (!stopped && waiting.length === 0 && missing.length === 0) location.assign(form.action);
  }

  // Null where nobody knows what became of it: the same ballot sent twice is saved once.
  async function post(ballot) {
    const body = new FormData(form);
    body.set("number", ballot.number);
    body.set("marks", ballot.marks);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(patience),
      });
      const read = await answer.json();
      return answer.ok || read.problem !== undefined ? { status: answer.status, read } : null;
    } catch {
      return null;
    }
  }

  function confirm(ballot, saved) {
    ballot.row.removeAttribute("data-waiting");
    const [, typed, verdict, at] = ballot.row.cells;
    [typed.textContent, verdict.textContent, at.textContent] = [saved.marks, saved.verdict, saved.at];
    form.querySelector("[data-entered]").textContent = saved.entered;
  }

  function refuse(ballot, answer) {
    ballot.row.cells[2].textContent = answer.read.problem;
    problem.textContent = `${title.dataset.word} ${ballot.number}: ${answer.read.problem}`;
    // Somebody else has the batch, or it was handed in: nothing more can be saved from here.
    if (answer.status !== 422) {
      stopped = marks.disabled = true;
      waiting.length = 0;
      keep();
      return;
    }
    refused.set(ballot.number, ballot.marks);
    missing = [...missing, ballot.number].sort((one, other) => one - other);
    // The next paper is in the hand already: the field stays on it, and the one that was refused comes again behind the others.
    if (marks.disabled) goOn(ballot.number - 1);
  }

  form.addEventListener("input", show);
  // A key that is held down is one ballot, not many empty ones.
  marks.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.repeat) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!marks.disabled) enter();
  });
  document.querySelector("[data-hand-in]")?.addEventListener("submit", (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
  window.addEventListener("beforeunload", (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
  for (const ballot of waiting) {
    note(ballot);
    missing = missing.filter((one) => one !== ballot.number);
  }
  keep();
  if (waiting.some((ballot) => ballot.number === Number(number.value))) goOn(Number(number.value));
  show();
  if (waiting.length > 0) send();
}
