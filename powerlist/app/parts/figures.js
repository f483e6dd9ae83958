// Figures that are links. Every word arrives as data and is set as text, never as markup.
export default function ({ data, parentElement, setTriggerValue }) {
  const home = parentElement.querySelector(".figures");
  home.replaceChildren(KINDS[data.kind](data, setTriggerValue));
}

const KINDS = { tiles, bars, matrix };

function make(tag, cls, text) {
  const element = document.createElement(tag);
  if (cls) element.className = cls;
  if (text !== undefined) element.textContent = text;
  return element;
}

function link(number, go, cls) {
  const anchor = make("a", cls);
  anchor.href = number.href;
  anchor.style.setProperty("--tone", number.colour);
  anchor.style.setProperty("--shade", number.shade);
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go("go", { page: number.page, asks: number.asks });
  });
  return anchor;
}

function tiles(data, go) {
  const grid = make("div", "tiles");
  for (const number of data.numbers) {
    const tile = link(number, go, "tile");
    tile.append(make("span", "label", number.label), make("span", "value", number.value));
    tile.append(make("span", "note", number.note));
    grid.append(tile);
  }
  return grid;
}

function bars(data, go) {
  const list = make("div", "bars");
  for (const number of data.numbers) {
    const row = link(number, go, "bar");
    const rail = make("span", "rail");
    rail.append(make("span", "fill"));
    row.append(make("span", "label", number.label), rail, make("span", "value", number.value));
    list.append(row);
  }
  return list;
}

function matrix(data, go) {
  const table = make("table");
  const head = make("tr");
  data.head.forEach((word, place) => {
    const cell = make("th", place ? "number" : "", word);
    cell.scope = "col";
    head.append(cell);
  });
  const top = make("thead");
  top.append(head);
  const body = make("tbody");
  for (const row of data.rows) {
    const line = make("tr");
    const name = make("th", "", row.label);
    name.scope = "row";
    line.append(name);
    row.cells.forEach((number, place) => {
      const cell = make("td");
      if (number) {
        const anchor = link(number, go, "cell");
        anchor.textContent = number.value;
        anchor.setAttribute("aria-label", `${row.label} ${data.head[place + 1]} ${number.value}`);
        cell.append(anchor);
      } else {
        cell.append(make("span", "empty", "·"));
      }
      line.append(cell);
    });
    body.append(line);
  }
  table.append(top, body);
  const frame = make("div", "matrix");
  frame.append(table);
  return frame;
}
