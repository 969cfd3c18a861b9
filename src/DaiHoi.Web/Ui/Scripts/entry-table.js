// The table for a hundred organisations: Enter and the arrows move by rows, and what is copied from a spreadsheet fills the
// cells from the one that is pasted into. Without it each cell is typed.
const cellsOf = "input:not([type='hidden']), select";
const form = document.querySelector("[data-entry-table]");
const rows = [...form.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll(cellsOf)]);
const placeOf = (cell) => {
  const row = rows.findIndex((cells) => cells.includes(cell));
  return [row, rows[row].indexOf(cell)];
};

// "Đã tổ chức", "da to chuc" and "Held" all choose the same step.
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .trim();

function fill(cell, text) {
  const value = text.trim();
  if (cell.type === "checkbox") {
    cell.checked = ["x", "co", "true", "1", "yes"].includes(fold(value));
  } else if (cell instanceof HTMLSelectElement) {
    const wanted = fold(value);
    const found = [...cell.options].find((option) => fold(option.text) === wanted || option.value.toLowerCase() === wanted);
    cell.value = found ? found.value : "";
    cell.toggleAttribute("data-unknown", !found && wanted !== "");
  } else {
    cell.value = value;
  }
}

form.addEventListener("paste", (event) => {
  const cell = event.target.closest(cellsOf);
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!cell || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const [row, column] = placeOf(cell);
  const lines = text.replace(/\r/g, "").replace(/\n$/, "").split("\n");
  lines.forEach((line, down) => {
    line.split("\t").forEach((value, right) => {
      const target = rows[row + down]?.[column + right];
      if (target) fill(target, value);
    });
  });
});

form.addEventListener("keydown", (event) => {
  const cell = event.target.closest(cellsOf);
  if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
  const down = event.key === "Enter" ? 1 : cell instanceof HTMLSelectElement ? 0 : { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!down) return;
  const [row, column] = placeOf(cell);
  event.preventDefault();
  rows[row + down]?.[column]?.focus();
  rows[row + down]?.[column]?.select?.();
});

let changed = false;
form.addEventListener("input", () => (changed = true));
form.addEventListener("paste", () => (changed = true));
form.addEventListener("submit", () => (changed = false));
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
