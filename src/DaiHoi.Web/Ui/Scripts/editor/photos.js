// Photos and files come by dialogue, by dragging and by pasting, and stand where the caret is.
import { sender } from "../media/sending.js";

// Behind what is selected: a photo or a file that came just now is, and the next one must not take its place.
export const put = (editor, content) => editor.chain().focus().insertContentAt(editor.state.selection.to, content).run();

export function uploadInto(editor, form) {
  const list = document.querySelector("[data-uploads]");
  const token = () => form.querySelector("[name='__RequestVerificationToken']").value;
  const sending = sender(list, list.dataset, token, insert);

  function insert(taken) {
    const content =
      taken.kind === "file"
        ? { type: "file", attrs: { target: String(taken.id), words: taken.words } }
        : {
            type: "photo",
            attrs: { picture: taken.id, src: taken.src, alt: taken.alt, caption: taken.caption, credit: taken.credit },
          };
    put(editor, content);
  }

  return {
    insert,
    /** @returns {boolean} whether these files were taken, and so are not pasted as anything else */
    take: (files) => sending.take(files) !== null,
  };
}

export function photoDialog(editor, uploads) {
  const dialog = document.querySelector("[data-dialog='photo']");
  const chosen = dialog.querySelector("[data-photo-file]");
  const known = dialog.querySelector("[data-photo-known]");
  chosen.addEventListener("change", () => {
    uploads.take(chosen.files);
    chosen.value = "";
    dialog.close();
  });
  return async () => {
    dialog.showModal();
    const answer = await fetch(known.dataset.address, { redirect: "error" }).catch(() => null);
    const pictures = answer?.ok ? await answer.json() : [];
    known.replaceChildren(
      ...pictures.map((picture) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        const image = document.createElement("img");
        image.src = picture.small;
        image.alt = picture.alt || picture.name;
        image.className = picture.focus;
        image.loading = "lazy";
        button.append(image);
        button.addEventListener("click", () => {
          dialog.close();
          uploads.insert(picture);
        });
        item.append(button);
        return item;
      }),
    );
  };
}
