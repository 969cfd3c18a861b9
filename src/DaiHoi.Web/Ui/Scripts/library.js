// The media library: files come by dialogue, by dragging onto the page and by pasting, with their progress. When the last of
// them is there, the page shows them; what was refused stays to be read.
import { sender } from "./media/sending.js";

const form = document.querySelector("[data-add]");
const list = document.querySelector("[data-uploads]");
const chosen = form.querySelector("input[type='file']");
const token = () => form.querySelector("[name='__RequestVerificationToken']").value;
const uploads = sender(list, form.dataset, token, () => {});

async function take(files) {
  const sent = uploads.take(files);
  if (!sent) return false;
  const answers = await Promise.all(sent);
  const came = answers.filter(Boolean);
  if (came.length < answers.length) return true;
  const page = came.length > 1 ? "" : came[0].kind === "file" ? `/tep/${came[0].id}` : `/${came[0].id}`;
  location.assign(`/ban-bien-tap/kho-phuong-tien${page}`);
  return true;
}

form.querySelector("[data-drop-hint]").hidden = false;
form.querySelector("[data-send]").hidden = true;
chosen.addEventListener("change", async () => {
  // What none of the kinds is goes the plain way: the server says why not.
  if (!(await take(chosen.files))) form.requestSubmit();
  chosen.value = "";
});
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (!holdsFiles(event)) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});
addEventListener("paste", (event) => {
  if (event.clipboardData?.files.length) take(event.clipboardData.files);
});
