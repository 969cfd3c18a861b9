// Sends files one by one; each has a line that says how far it is and, where it was refused, why.
/**
 * @param list the lines; its words and where to send stand in `data-address`, `data-pasted`, `data-failed`, `data-most`, `data-large`
 * @param token gives the value that protects the form
 * @param taken is given what the server answers about each file that it took
 */
export function sender(list, words, token, taken) {
  function line(file) {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name || words.pasted;
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
    // The server would refuse it only when all of it has been sent.
    if (file.size > Number(words.most)) return Promise.resolve(shown.refused(words.large));
    const fields = new FormData();
    fields.set("file", file, file.name || "tep");
    fields.set("__RequestVerificationToken", token());
    const request = new XMLHttpRequest();
    request.open("POST", words.address);
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && shown.at(event.loaded / event.total);
    return new Promise((done) => {
      request.onerror = () => done(shown.refused(words.failed));
      request.onload = () => {
        const answer = request.response;
        if (request.status !== 200 || !answer) return done(shown.refused(answer?.problem ?? words.failed));
        shown.done();
        taken(answer);
        done(answer);
      };
      request.send(fields);
    });
  }

  return {
    /** @returns {Promise[] | null} one for each file, its answer or nothing; null where none of them is of a kind that is taken */
    take: (files) => {
      const known = [...(files ?? [])].filter((file) => file.type.startsWith("image/") || file.type === "application/pdf");
      return known.length > 0 ? known.map(send) : null;
    },
  };
}
