// A chart that can be moved, enlarged and asked. The SVG is our own; it is parsed as XML and only shapes are taken.
export default function ({ data, parentElement, setTriggerValue }) {
  const stage = parentElement.querySelector(".stage");
  const chart = (stage.chart ??= new Chart(stage, parentElement));
  chart.ask = (id) => setTriggerValue("node", id);
  chart.show(data);
  return () => chart.watch.disconnect();
}

const STEP = 1.25;
const PIXELS_A_POINT = 4 / 3;

class Chart {
  constructor(stage, root) {
    this.stage = stage;
    this.root = root;
    this.watch = new ResizeObserver(() => this.resized());
    this.listen();
  }

  show({ svg, name, chosen, height, words }) {
    this.watch.observe(this.stage);
    this.most = height;
    this.stage.setAttribute("aria-label", words.chart);
    this.root.querySelector(".hint").textContent = words.hint;
    for (const button of this.root.querySelectorAll("[data-do]")) {
      button.title = words[button.dataset.do];
      button.setAttribute("aria-label", words[button.dataset.do]);
    }
    if (this.source !== svg) this.draw(svg, this.name !== name);
    this.source = svg;
    this.name = name;
    this.choose(chosen);
  }

  draw(svg, afresh) {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    for (const alien of parsed.querySelectorAll("script, foreignObject, image, a, use, style")) alien.remove();
    for (const element of parsed.querySelectorAll("*"))
      for (const { name } of [...element.attributes]) if (/^on|href/i.test(name)) element.removeAttribute(name);
    const [x, y, width, height] = parsed.getAttribute("viewBox").split(/[\s,]+/).map(Number);
    this.sheet = { x, y, width, height };
    parsed.removeAttribute("width");
    parsed.removeAttribute("height");
    parsed.setAttribute("preserveAspectRatio", "xMidYMid meet");
    for (const group of parsed.querySelectorAll("g.node[data-id], g.panel[data-id]")) this.dress(group);
    this.svg = document.importNode(parsed, true);
    this.stage.replaceChildren(this.svg);
    if (afresh || !this.view) this.fitWidth();
    else this.apply();
  }

  dress(group) {
    group.setAttribute("data-asks", group.getAttribute("data-id"));
    if (!group.classList.contains("node")) return;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    const title = group.querySelector("title");
    if (title) group.setAttribute("aria-label", title.textContent);
  }

  choose(id) {
    for (const group of this.svg.querySelectorAll("[data-asks]"))
      group.classList.toggle("chosen", id !== "" && group.getAttribute("data-asks") === id);
  }

  // -- what is seen: a window on the sheet, with the proportions of the stage

  get size() {
    return { width: this.stage.clientWidth || 1, height: this.stage.clientHeight || 1 };
  }

  fitWidth() {
    this.shrink();
    const { width, height } = this.size;
    const across = Math.max(this.sheet.width, width / PIXELS_A_POINT / 1.2);
    this.fitted = "width";
    this.view = { x: this.sheet.x - (across - this.sheet.width) / 2, y: this.sheet.y, width: across, height: (across * height) / width };
    this.apply();
  }

  // no higher than the sheet needs at full width
  shrink() {
    const needed = Math.ceil((this.stage.clientWidth * this.sheet.height) / this.sheet.width);
    this.stage.style.height = `${Math.max(160, Math.min(this.most, needed))}px`;
  }

  fitWhole() {
    this.shrink();
    const { width, height } = this.size;
    const scale = Math.max(this.sheet.width / width, this.sheet.height / height);
    this.fitted = "whole";
    this.view = { width: width * scale, height: height * scale };
    this.view.x = this.sheet.x - (this.view.width - this.sheet.width) / 2;
    this.view.y = this.sheet.y - (this.view.height - this.sheet.height) / 2;
    this.apply();
  }

  resized() {
    if (!this.svg) return;
    if (this.fitted === "whole") this.fitWhole();
    else if (this.fitted === "width") this.fitWidth();
    else {
      this.view.height = (this.view.width * this.size.height) / this.size.width;
      this.apply();
    }
  }

  zoom(factor, at) {
    const width = this.view.width / factor;
    if (width < this.sheet.width / 40 || width > this.sheet.width * 6) return;
    const { x, y } = at ?? { x: this.view.x + this.view.width / 2, y: this.view.y + this.view.height / 2 };
    this.view.x = x - (x - this.view.x) / factor;
    this.view.y = y - (y - this.view.y) / factor;
    this.view.height /= factor;
    this.view.width = width;
    this.moved();
  }

  move(dx, dy) {
    const scale = this.view.width / this.size.width;
    this.view.x += dx * scale;
    this.view.y += dy * scale;
    this.moved();
  }

  moved() {
    this.fitted = "";
    this.apply();
  }

  apply() {
    const { x, y, width, height } = this.view;
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  }

  pointAt(event) {
    const box = this.stage.getBoundingClientRect();
    const scale = this.view.width / this.size.width;
    return { x: this.view.x + (event.clientX - box.left) * scale, y: this.view.y + (event.clientY - box.top) * scale };
  }

  // -- hands

  listen() {
    const stage = this.stage;
    stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    stage.addEventListener("pointerdown", (event) => this.grasp(event));
    stage.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => this.release());
    stage.addEventListener("click", (event) => this.asked(event));
    stage.addEventListener("focusin", (event) => this.bringIn(event.target));
    stage.addEventListener("keydown", (event) => this.key(event));
    for (const button of this.root.querySelectorAll("[data-do]"))
      button.addEventListener("click", () => this.act(button.dataset.do));
  }

  act(name) {
    if (name === "zoomIn") this.zoom(STEP);
    if (name === "zoomOut") this.zoom(1 / STEP);
    if (name === "width") this.fitWidth();
    if (name === "whole") this.fitWhole();
  }

  wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12, this.pointAt(event));
      return;
    }
    const more = event.deltaY > 0
      ? this.view.y + this.view.height < this.sheet.y + this.sheet.height
      : this.view.y > this.sheet.y;
    if (!more) return; // the page may scroll on
    event.preventDefault();
    this.move(event.deltaX, event.deltaY);
  }

  grasp(event) {
    if (event.button === 0) this.hold = { x: event.clientX, y: event.clientY, far: false };
  }

  drag(event) {
    if (!this.hold) return;
    const dx = event.clientX - this.hold.x;
    const dy = event.clientY - this.hold.y;
    if (!this.hold.far && Math.hypot(dx, dy) < 4) return;
    if (!this.hold.far) this.stage.setPointerCapture(event.pointerId);
    this.stage.classList.add("dragging");
    this.hold = { x: event.clientX, y: event.clientY, far: true };
    this.move(-dx, -dy);
  }

  release() {
    this.dragged = Boolean(this.hold?.far);
    this.hold = undefined;
    this.stage.classList.remove("dragging");
  }

  asked(event) {
    const group = event.target.closest?.("[data-asks]");
    if (group && !this.dragged) this.ask(group.getAttribute("data-asks"));
    this.dragged = false;
  }

  // a box reached by the Tab key is brought into sight
  bringIn(group) {
    if (!group.hasAttribute?.("data-asks") || !group.matches(":focus-visible")) return;
    const box = group.getBBox();
    const { x, y, width, height } = this.view;
    const inside = box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
    if (inside) return;
    this.view.x = box.x + box.width / 2 - width / 2;
    this.view.y = box.y + box.height / 2 - height / 2;
    this.moved();
  }

  key(event) {
    const group = event.target.closest?.("[data-asks]");
    const ways = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
    if (group && (event.key === "Enter" || event.key === " ")) this.ask(group.getAttribute("data-asks"));
    else if (event.key in ways) this.move(...ways[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(STEP);
    else if (event.key === "-") this.zoom(1 / STEP);
    else if (event.key === "0") this.fitWhole();
    else return;
    event.preventDefault();
  }
}
