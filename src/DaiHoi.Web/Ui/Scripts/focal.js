// A click on the picture sets its focal point; the two fields do the same by keyboard.
const frame = document.querySelector("[data-focal]");
const [x, y] = ["focal-x", "focal-y"].map((id) => document.getElementById(id));
const lines = frame.querySelector("path");
const draw = () => lines.setAttribute("d", `M${Number(x.value)} 0V100M0 ${Number(y.value)}H100`);
if (x && y) {
  frame.addEventListener("click", (event) => {
    const box = frame.getBoundingClientRect();
    x.value = Math.round((100 * (event.clientX - box.left)) / box.width);
    y.value = Math.round((100 * (event.clientY - box.top)) / box.height);
    draw();
  });
  x.addEventListener("input", draw);
  y.addEventListener("input", draw);
}
