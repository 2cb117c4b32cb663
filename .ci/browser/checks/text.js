// With a wider face than the one that measured it, every text of the picture still stays in its card.

export default async ({ expect, open, maps }) => {
  for (const name of await maps.all()) {
    const page = await open(await maps.bundled(name));
    const wrong = await page.evaluate(() => {
      for (const svg of document.querySelectorAll(".sheet svg")) svg.setAttribute("font-family", "DejaVu Sans");
      for (const lane of document.querySelectorAll(".sheet .lane")) lane.setAttribute("display", "inline");
      const wrong = [];
      for (const card of document.querySelectorAll(".sheet [data-address]")) {
        const box = card.querySelector(":scope > rect, :scope > path")?.getBBox();
        const texts = [...card.querySelectorAll(":scope > text")];
        if (!box || !texts.length || !["touchpoint", "friction-point", "solution", "measure", "promise", "employee", "feedback"].some((kind) => card.classList.contains(kind))) continue;
        for (const text of texts) {
          const { x, y, width, height } = text.getBBox();
          const isIn = x >= box.x - 1 && x + width <= box.x + box.width + 1 && y >= box.y - 2 && y + height <= box.y + box.height + 2;
          if (!isIn) wrong.push(`${card.dataset.address}: “${text.textContent.slice(0, 60)}” is ${Math.round(x + width - box.x - box.width)} px too wide`);
        }
      }
      return wrong;
    });
    for (const message of wrong) expect(false, `${name}: ${message}`);
    await page.close();
  }
};
