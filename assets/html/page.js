// What the page does besides being there: it shows one view at a time, filters, hides lanes, and copies facts of the
// list into a panel beside the picture. It makes no markup out of texts and asks nothing of a network.
{
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;
  const panel = byId("panel");
  const picture = byId("picture");
  const data = JSON.parse(byId("data").textContent);

  // Everything of the list that can be spoken of, by its address; the first where one stands in several places.
  const facts = new Map();
  for (const element of all("#list [data-address]")) {
    if (!facts.has(element.dataset.address)) facts.set(element.dataset.address, element);
  }
  const things = ".entry, .touchpoint, .phase, .journey";
  const nameOf = (thing) => {
    const name = thing.querySelector(".name");
    return (name.querySelector("span") ?? name).textContent;
  };

  // Views

  const show = (view) => {
    document.body.dataset.view = view;
    for (const section of all(".view")) section.hidden = section.id !== view;
    for (const button of all("[data-view]", byId("tools"))) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
  };
  for (const button of all("[data-view]", byId("tools"))) {
    button.addEventListener("click", () => show(button.dataset.view));
  }

  // The cards of the picture: one of them can be reached with Tab, the others with the arrow keys.

  const cards = all(".sheet [data-address]").filter((card) => facts.has(card.dataset.address));
  for (const svg of all(".sheet svg")) svg.setAttribute("role", "group");
  for (const card of cards) {
    const thing = facts.get(card.dataset.address).closest(things);
    // Of ratings the gauge says which is which.
    const gauge = card.classList.contains("rating") ? thing.querySelector(".gauge") : null;
    const spoken = gauge ? [`${gauge.getAttribute("aria-label")}:`] : [];
    const words = [...spoken, ...all("text", card).map((text) => text.textContent)].join(" ");
    const name = nameOf(thing);
    card.setAttribute("role", "button");
    card.setAttribute("aria-label", `${thing.dataset.noun}: ${words.includes(name) ? words : `${name}. ${words}`}`);
    card.setAttribute("tabindex", "-1");
  }
  cards.find((card) => card.dataset.address.startsWith("touchpoint:"))?.setAttribute("tabindex", "0");

  const focus = (card) => {
    for (const other of cards) other.setAttribute("tabindex", other === card ? "0" : "-1");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const middle = (card) => {
    const { left, right, top, bottom } = card.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2, isShown: right > left };
  };
  const neighbour = (card, [dx, dy]) => {
    const from = middle(card);
    let [best, least] = [null, Infinity];
    for (const other of cards) {
      const to = middle(other);
      const [along, across] = [dx * (to.x - from.x) + dy * (to.y - from.y), dx * (to.y - from.y) + dy * (to.x - from.x)];
      const distance = along + 3 * Math.abs(across);
      if (to.isShown && along > 1 && distance < least) [best, least] = [other, distance];
    }
    return best;
  };

  picture.addEventListener("keydown", (event) => {
    const card = event.target.closest("[role=button]");
    if (!card) return;
    if (event.key in directions) {
      const next = neighbour(card, directions[event.key]);
      if (next) focus(next);
    } else if (event.key === "Enter" || event.key === " ") {
      open(card.dataset.address, card);
    } else {
      return;
    }
    event.preventDefault();
  });
  picture.addEventListener("click", (event) => {
    const card = event.target.closest("[role=button]");
    if (card) open(card.dataset.address, card);
  });

  // The panel

  let opener = null;

  function open(address, from) {
    const found = facts.get(address);
    if (!found) return;
    const thing = found.closest(things);
    const whole = thing.parentElement.closest(".touchpoint, .phase");
    byId("panel-kind").replaceChildren(thing.dataset.noun, ...(whole ? [" · ", link(whole)] : []));
    byId("panel-title").textContent = nameOf(thing);
    const marks = all(":scope > .name > .mark, :scope > summary .mark", thing);
    byId("panel-marks").replaceChildren(...marks.map((mark) => mark.cloneNode(true)));
    const copies = all(":scope > dl", thing).map((list) => list.cloneNode(true));
    byId("panel-facts").replaceChildren(...copies);
    if (found !== thing) {
      for (const copy of all("#panel-facts [data-address]")) {
        copy.classList.toggle("here", copy.dataset.address === address);
      }
    }
    for (const card of cards) card.classList.toggle("is-open", card.dataset.address === address);
    if (from && !panel.contains(from)) opener = from;
    panel.hidden = false;
    document.body.classList.add("has-panel");
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
    opener?.scrollIntoView({ block: "nearest", inline: "nearest" });
    history.replaceState(null, "", `#${encodeURIComponent(address)}`);
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    document.body.classList.remove("has-panel");
    for (const card of cards) card.classList.remove("is-open");
    history.replaceState(null, "", location.pathname + location.search);
    if (cards.includes(opener)) focus(opener);
    else opener?.focus();
    opener = null;
  }

  // A button that leads to the touchpoint or phase that something stands on.
  function link(thing) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = nameOf(thing);
    button.addEventListener("click", () => open(thing.dataset.address, button));
    return button;
  }

  byId("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.activeElement?.closest(".menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else {
      close();
    }
  });
  byId("table").addEventListener("click", (event) => {
    const anchor = event.target.closest("a[href^='#']");
    if (!anchor) return;
    event.preventDefault();
    open(anchor.closest("[data-address]").dataset.address, anchor);
  });
  const openFromLocation = () => {
    try {
      open(decodeURIComponent(location.hash.slice(1)), null);
    } catch {
      // A link that somebody cut short leads nowhere.
    }
  };
  addEventListener("hashchange", openFromLocation);

  // Filters and search: a touchpoint is shown if it matches all of them.

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const selects = all("#filters select");
  const [parts, rows] = [all("#list .touchpoint"), all("#table tr[data-address]")];
  // By their order: two that were given the same id have the same address.
  const touchpoints = data.touchpoints.map((touchpoint, at) => {
    const element = parts[at];
    return { ...touchpoint, element, row: rows[at], text: plain(`${element.textContent} ${nameOf(element.closest(".phase"))}`) };
  });

  function filter() {
    const words = plain(byId("search").value).split(/\s+/).filter(Boolean);
    const used = selects.filter((select) => select.value);
    const matches = ({ text, ...touchpoint }) =>
      words.every((word) => text.includes(word)) &&
      used.every((select) => touchpoint[select.dataset.field].includes(select.value));
    const shown = new Set(touchpoints.filter(matches));
    const isUsed = words.length > 0 || used.length > 0;

    for (const touchpoint of touchpoints) touchpoint.element.hidden = touchpoint.row.hidden = !shown.has(touchpoint);
    for (const phase of all("#list .phase")) phase.hidden = isUsed && !phase.querySelector(".touchpoint:not([hidden])");
    for (const journey of all("#list .journey")) journey.hidden = isUsed;
    const places = new Set(all("#list :is(.touchpoint, .phase):not([hidden])").map((place) => place.dataset.address));
    for (const card of cards) {
      const fact = facts.get(card.dataset.address);
      const place = fact.closest(".touchpoint") ?? fact.closest(".phase");
      card.classList.toggle("is-dim", isUsed && place !== null && !places.has(place.dataset.address));
    }
    const dim = new Set(cards.filter((card) => card.classList.contains("is-dim")).map((card) => card.dataset.address));
    for (const card of all(".leaf [data-address]")) card.classList.toggle("is-dim", dim.has(card.dataset.address));
    const counted = data.shown.replace("{shown}", shown.size).replace("{all}", touchpoints.length);
    byId("count").textContent = isUsed ? counted : "";
    byId("reset").hidden = !isUsed;
    byId("filters").classList.toggle("is-used", used.length > 0);
  }
  byId("search").addEventListener("input", filter);
  for (const select of selects) select.addEventListener("change", filter);
  byId("reset").addEventListener("click", () => {
    byId("search").value = "";
    for (const select of selects) select.value = "";
    filter();
    byId("search").focus();
  });

  // Lanes: where one is hidden, those below move up.

  const hidden = new Set(["head"]);
  const lanesOf = new Map(all(".sheet svg").map((svg) => [svg, lanesIn(svg)]));
  const nameOfLane = new Map(data.lanes.map(({ lane, name }) => [lane, name]));
  for (const lane of all(".sheet .lane")) {
    lane.setAttribute("role", "group");
    lane.setAttribute("aria-label", nameOfLane.get(lane.dataset.lane) ?? "");
  }

  for (const svg of all(".sheet svg")) keepNames(svg, svg.parentElement);

  // Hides lanes of a drawing and closes the gaps; gives how much lower it got.
  function fold(lanes, isHidden) {
    let rise = 0;
    lanes.forEach((lane, at) => {
      lane.setAttribute("display", isHidden(lane) ? "none" : "inline");
      lane.dataset.rise = rise;
      const below = lanes[at + 1];
      if (isHidden(lane)) rise += below ? below.dataset.top - lane.dataset.top : Number(lane.dataset.height);
    });
    return rise;
  }

  function resize(svg, rise) {
    svg.dataset.height ??= svg.getAttribute("height");
    const height = svg.dataset.height - rise;
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${height}`);
  }

  function layLanes() {
    for (const svg of all(".sheet svg")) {
      resize(svg, fold(lanesOf.get(svg), (lane) => hidden.has(lane.dataset.lane)));
      follow(svg, svg.parentElement);
    }
    // Paper has its own head, and no sheet for phases alone.
    for (const svg of all(".leaf svg")) {
      const lanes = lanesIn(svg);
      const isHidden = ({ dataset: { lane } }) => lane !== "head" && hidden.has(lane);
      resize(svg, fold(lanes, isHidden));
      for (const lane of lanes) lane.setAttribute("transform", `translate(0 ${-lane.dataset.rise})`);
      svg.parentElement.hidden = lanes.every((lane) => isHidden(lane) || lane.dataset.lane === "phases");
    }
  }
  const drawn = new Set(all(".sheet .lane").map((lane) => lane.dataset.lane));
  for (const { lane, name } of data.lanes.filter(({ lane }) => drawn.has(lane) && lane !== "phases")) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(lane);
      else hidden.add(lane);
      layLanes();
      byId("lanes").classList.toggle("is-used", hidden.size > 1);
    });
    label.append(box, ` ${name}`);
    byId("lanes").querySelector("div").append(label);
  }
  // On paper the picture has its own head.
  const withHead = (isShown) => () => {
    if (isShown) hidden.delete("head");
    else hidden.add("head");
    for (const sheet of all(".sheet")) sheet.scrollTo(0, 0);
    layLanes();
  };
  addEventListener("beforeprint", withHead(true));
  addEventListener("afterprint", withHead(false));

  // Size, colours, paper

  byId("fit").addEventListener("change", () => picture.classList.toggle("fit", byId("fit").checked));
  byId("theme").value = root.dataset.theme ?? "";
  byId("theme").addEventListener("change", () => {
    if (byId("theme").value) root.dataset.theme = byId("theme").value;
    else delete root.dataset.theme;
  });
  byId("print").addEventListener("click", () => print());
  for (const menu of all(".menu")) {
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  byId("tools").hidden = false;
  layLanes();
  show(matchMedia("(max-width: 700px)").matches ? "list" : "picture");
  const widest = Math.max(...all(".sheet svg").map((svg) => Number(svg.getAttribute("width"))));
  byId("fit").checked = picture.clientWidth / widest > 0.75;
  picture.classList.toggle("fit", byId("fit").checked);
  if (location.hash) openFromLocation();
}
