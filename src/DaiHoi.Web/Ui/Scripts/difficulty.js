// What is like a difficulty that is being typed stands below it a moment later. Without it the form shows it before it records.
const form = document.querySelector("[data-similar]");
const place = document.querySelector("#similar");
let waiting = 0;
let asked = "";

async function look() {
  const chosen = place.querySelector("input[name=same]:checked")?.value ?? "";
  const query = new URLSearchParams({ text: form.elements.text.value, lesson: form.elements.lesson.value });
  if (query.toString() === asked) return;
  asked = query.toString();
  const answer = await fetch(`${form.dataset.similar}&${asked}`).catch(() => null);
  if (!answer?.ok || query.toString() !== asked) return;
  place.innerHTML = await answer.text();
  const again = [...place.querySelectorAll("input[name=same]")].find((one) => one.value === chosen);
  if (again) again.checked = true;
  if (place.querySelector("input[name=same]")) form.elements.looked.value = "true";
}

form.addEventListener("input", (event) => {
  if (event.target.name !== "text" && event.target.name !== "lesson") return;
  clearTimeout(waiting);
  waiting = setTimeout(look, 500);
});
