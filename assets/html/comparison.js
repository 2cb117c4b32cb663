// What the page of a comparison does besides being there: an entry of the report leads to its card in the picture, and
// a card to its entry. It makes no markup out of texts and asks nothing of a network.
{
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;

  for (const part of all(".compared")) {
    // The first of an address is its card, or the heading of its phase.
    const cards = new Map();
    for (const card of all(".sheet [data-address]", part)) {
      if (!cards.has(card.dataset.address)) cards.set(card.dataset.address, card);
    }
    const links = all("a[data-address]", part);

    const light = (address) => {
      for (const card of all(".is-open")) card.classList.remove("is-open");
      for (const link of all("a[aria-current]")) link.removeAttribute("aria-current");
      for (const link of links) if (link.dataset.address === address) link.setAttribute("aria-current", "true");
      cards.get(address)?.classList.add("is-open");
    };
    part.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-address]");
      if (link) {
        event.preventDefault();
        light(link.dataset.address);
        cards.get(link.dataset.address)?.scrollIntoView({ block: "center", inline: "center" });
        return;
      }
      const address = event.target.closest(".sheet [data-address]")?.dataset.address;
      const told = links.find((other) => other.dataset.address === address);
      if (!told) return;
      for (let folded = told.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
      light(address);
      told.scrollIntoView({ block: "center" });
    });
    for (const card of cards.values()) {
      card.classList.toggle("is-told", links.some((link) => link.dataset.address === card.dataset.address));
    }
  }

  const fit = () => {
    for (const picture of all(".picture")) picture.classList.toggle("fit", byId("fit").checked);
    for (const svg of all(".sheet svg")) follow(svg, svg.closest(".picture"));
  };
  byId("fit").addEventListener("change", fit);
  const isWide = (svg) => svg.closest(".picture").clientWidth < 0.75 * svg.getAttribute("width");
  byId("fit").checked = !all(".sheet svg").some(isWide);
  for (const svg of all(".sheet svg")) keepNames(svg, svg.closest(".picture"));
  fit();
  // On paper nothing is scrolled.
  addEventListener("beforeprint", () => {
    for (const picture of all(".picture")) picture.scrollTo(0, 0);
    for (const svg of all(".sheet svg")) follow(svg, svg.closest(".picture"));
  });
  byId("theme").value = root.dataset.theme ?? "";
  byId("theme").addEventListener("change", () => {
    if (byId("theme").value) root.dataset.theme = byId("theme").value;
    else delete root.dataset.theme;
  });
  byId("print").addEventListener("click", () => print());
  byId("tools").hidden = false;
}
