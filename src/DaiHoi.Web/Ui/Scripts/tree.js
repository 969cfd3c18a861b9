// The tree by keyboard: one row is in the order of tabs, the arrows go from row to row. What is opened or closed is asked of
// the server, one level at a time; on the page that comes back the keyboard is on the same row.
const tree = document.querySelector("[data-tree]");
if (tree) {
  const rows = [...tree.querySelectorAll("[role='treeitem']")];
  const depth = (row) => Number(row.dataset.depth);
  const to = (row) => {
    if (!row) return;
    rows.forEach((other) => (other.tabIndex = other === row ? 0 : -1));
    row.focus();
  };
  const codeOf = (row) => row.querySelector(".code").textContent;
  const follow = (row, part) => row.querySelector(part)?.click();
  const turn = (row) => {
    sessionStorage.setItem("tree-row", codeOf(row));
    follow(row, "[data-open]");
  };
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
      ArrowRight: () => (open === "true" ? to(rows[at + 1]) : open === "false" && turn(row)),
      ArrowLeft: () =>
        open === "true" ? turn(row) : to(rows.slice(0, at).findLast((other) => depth(other) < depth(row))),
      Enter: () => event.target === row && follow(row, "[data-page]"),
    };
    if (!acts[event.key] || (event.key === "Enter" && event.target !== row)) return;
    event.preventDefault();
    acts[event.key]();
  });
  const turned = sessionStorage.getItem("tree-row");
  sessionStorage.removeItem("tree-row");
  if (turned !== null) to(rows.find((row) => codeOf(row) === turned) ?? rows[0]);
  else if (new URLSearchParams(location.search).has("mo")) to(rows.find((row) => row.ariaSelected === "true"));
}
