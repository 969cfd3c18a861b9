// Photos come by dialogue, by dragging and by pasting; each says how far it is and why it was refused.
export function uploadInto(editor, form) {
  const list = document.querySelector("[data-uploads]");

  function line(file) {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name || list.dataset.pasted;
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", name.textContent);
    row.append(name, bar);
    list.append(row);
    return {
      at: (share) => (bar.value = share),
      done: () => row.remove(),
      refused: (why) => {
        bar.remove();
        name.textContent += ` – ${why}`;
        row.className = "problem";
        row.setAttribute("role", "alert");
      },
    };
  }

  function send(file) {
    const shown = line(file);
    const fields = new FormData();
    fields.set("file", file, file.name || "anh");
    fields.set("__RequestVerificationToken", form.querySelector("[name='__RequestVerificationToken']").value);
    const request = new XMLHttpRequest();
    request.open("POST", list.dataset.address);
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && shown.at(event.loaded / event.total);
    request.onerror = () => shown.refused(list.dataset.failed);
    request.onload = () => {
      const answer = request.response;
      if (request.status !== 200 || !answer) return shown.refused(answer?.problem ?? list.dataset.failed);
      shown.done();
      insert(answer);
    };
    request.send(fields);
  }

  function insert(picture) {
    const attrs = { picture: picture.id, src: picture.src, alt: picture.alt, caption: picture.caption, credit: picture.credit };
    editor.chain().focus().insertContent({ type: "photo", attrs }).run();
  }

  return {
    insert,
    /** @returns {boolean} whether these files were photos, and so are not pasted as anything else */
    take: (files) => {
      const photos = [...(files ?? [])].filter((file) => file.type.startsWith("image/"));
      photos.forEach(send);
      return photos.length > 0;
    },
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
