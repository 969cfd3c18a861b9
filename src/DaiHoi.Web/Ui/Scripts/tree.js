// The tree by keyboard: one row is in the order of tabs, the arrows go from row to row. What is opened is asked of the
// server, one level at a time; the page comes back with the row that was opened.
const tree = document.querySelector("[data-tree]");
if (tree) {
  const rows = [...tree.querySelectorAll("[role='treeitem']")];
  const depth = (row) => Number(row.dataset.depth);
  const to = (row) => {
    if (!row) return;
    rows.forEach((other) => (other.tabIndex = other === row ? 0 : -1));
    row.focus();
  };
  const follow = (row, part) => row.querySelector(part)?.click();
  tree.addEventListener("keydown", (event) => {
    const row = event.target.closest("[role='treeitem']");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = rows.indexOf(row);
    const open = row.getAttribute("aria-expanded");
    const acts = {
      ArrowDown: () => to(rows[at + 1]),
      ArrowUp: () => to(rows[at - 1]),
      Home: () => to(rows[0]),
      End: () => to(rows.at(-1)),
      ArrowRight: () => (open === "true" ? to(rows[at + 1]) : open === "false" && follow(row, "[data-open]")),
      ArrowLeft: () =>
        open === "true" ? follow(row, "[data-open]") : to(rows.slice(0, at).findLast((other) => depth(other) < depth(row))),
      Enter: () => event.target === row && follow(row, "[data-page]"),
    };
    if (!acts[event.key] || (event.key === "Enter" && event.target !== row)) return;
    event.preventDefault();
    acts[event.key]();
  });
  if (new URLSearchParams(location.search).has("mo")) to(rows.find((row) => row.ariaSelected === "true"));
}
