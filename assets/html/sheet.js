"use strict";

// What a drawing does in a page that scrolls it: the names of its lanes and phases stay in sight, for they are moved
// along with what is scrolled away below them.

const lanesIn = (svg) => [...svg.querySelectorAll(":scope > .lane")].sort((one, other) => one.dataset.top - other.dataset.top);

// `scroller` is what scrolls: the sheet of the drawing, or what holds several of them.
function keepNames(svg, scroller) {
  gatherNames(svg);
  scroller.addEventListener("scroll", () => follow(svg, scroller), { passive: true });
}

function drawing(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function gatherNames(svg) {
  const left = Math.min(...[...svg.querySelectorAll(".touchpoint")].map((card) => card.getBBox().x));
  // Nothing to scroll to, or nothing shown of it: on paper another drawing is.
  if (!Number.isFinite(left) || left === 0) return;
  for (const lane of lanesIn(svg)) {
    if (["head", "phases"].includes(lane.dataset.lane)) continue;
    const names = [...lane.children].filter((child) => !child.dataset.address && child.getBBox().x + child.getBBox().width < left);
    const hasGround = lane.querySelector(":scope > .f-lane") !== null;
    const [y, height] = [Number(lane.dataset.top), Number(lane.dataset.height)];
    const group = drawing("g", { class: "names", "aria-hidden": "true" });
    group.append(drawing("rect", { class: "f-canvas ground", x: 0, y: y - 4, width: left - 8, height: height + 8 }));
    if (hasGround) group.append(drawing("rect", { class: "f-lane ground", x: 33, y: y + 1, width: left - 41, height: height - 2 }));
    group.append(...names);
    lane.append(group);
  }
  const phases = svg.querySelector(":scope > .lane-phases");
  const [y, height] = [Number(phases.dataset.top), Number(phases.dataset.height)];
  phases.prepend(drawing("rect", { class: "f-canvas ground", x: 0, y: y - 40, width: svg.getAttribute("width"), height: height + 46 }));
  // Drawn above the others, where they pass below it; read before them.
  const lanes = lanesIn(svg);
  const [salt] = svg.getAttribute("aria-labelledby").split(" ");
  for (const lane of lanes) lane.id = `${salt}-${lane.dataset.row}-${lane.dataset.lane}`;
  svg.append(phases);
  svg.setAttribute("aria-owns", lanes.map((lane) => lane.id).join(" "));
}

// Where lanes are hidden, those below have risen by so much.
function follow(svg, scroller) {
  const sheet = svg.parentElement;
  const scale = svg.getAttribute("width") / (svg.clientWidth || 1);
  const above = (sheet === scroller ? scroller.scrollTop : scroller.scrollTop - sheet.offsetTop) * scale;
  const across = scroller.scrollLeft * scale;
  sheet.classList.toggle("is-scrolled", across > 0 || above > 0);
  for (const lane of lanesIn(svg)) {
    const rise = Number(lane.dataset.rise ?? 0);
    const fall = lane.dataset.lane === "phases" ? Math.max(0, above - (lane.dataset.top - rise) + 10) : 0;
    lane.setAttribute("transform", `translate(0 ${fall - rise})`);
    lane.querySelector(":scope > .names")?.setAttribute("transform", `translate(${across} 0)`);
  }
}
