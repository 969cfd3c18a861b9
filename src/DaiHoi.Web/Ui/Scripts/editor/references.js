// Dialogues that choose a file of the media library or a document of the document library by words.
import { put } from "./photos.js";

const pause = 250;

/** @param insert is given the one that was chosen */
export function chooser(dialog, insert) {
  const field = dialog.querySelector("[data-find]");
  const list = dialog.querySelector("[data-found]");
  const nothing = dialog.querySelector("[data-nothing]");
  let timer = 0;
  let asked = 0;

  async function find() {
    const own = ++asked;
    const answer = await fetch(`${list.dataset.address}?q=${encodeURIComponent(field.value.trim())}`, { redirect: "error" }).catch(
      () => null,
    );
    const found = answer?.ok ? await answer.json() : [];
    // A slow answer must not overtake a later one.
    if (own !== asked) return;
    nothing.hidden = found.length > 0;
    list.replaceChildren(...found.map(row));
  }

  function row(one) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    for (const [name, text] of [
      ["words", one.words],
      ["facts", one.facts],
      ["summary", one.summary],
    ]) {
      if (!text) continue;
      const part = document.createElement("span");
      part.className = name;
      part.textContent = text;
      button.append(part, " ");
    }
    button.addEventListener("click", () => {
      dialog.close();
      insert(one);
    });
    item.append(button);
    return item;
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, pause);
  });
  // Enter takes the first that was found, as a reader of the list expects.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    list.querySelector("button")?.focus();
  });
  return () => {
    field.value = "";
    dialog.showModal();
    field.focus();
    find();
  };
}

export function fileDialog(editor, uploads) {
  const dialog = document.querySelector("[data-dialog='file']");
  const chosen = dialog.querySelector("[data-file]");
  chosen.addEventListener("change", () => {
    uploads.take(chosen.files);
    chosen.value = "";
    dialog.close();
  });
  return chooser(dialog, uploads.insert);
}

export const documentDialog = (editor) =>
  chooser(document.querySelector("[data-dialog='document']"), (one) =>
    put(editor, { type: "officialDocument", attrs: { target: String(one.id), words: one.words } }),
  );
