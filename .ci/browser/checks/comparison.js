// The page of a comparison: an entry leads to its card and a card to its entry, whatever is folded is on paper, nothing
// is against the rules of accessibility, and hostile texts stay texts.

import { violations } from "../browser.js";

const PAIRS = [
  ["motor-claim/before", "motor-claim/lockdown"],
  ["insurance-premium/before", "insurance-premium/lockdown"],
  ["restaurant/before", "restaurant/reopening"],
];

export default async ({ expect, open, maps, same, picture }) => {
  for (const [before, after] of PAIRS) {
    const page = await open(await maps.compared(before, after));
    const wrong = await page.evaluate(() => {
      const links = [...document.querySelectorAll(".report a[data-address]")];
      if (links.length < 20) return [`only ${links.length} entries lead to a card`];
      return links.flatMap((link) => {
        for (let folded = link.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
        link.click();
        const cards = [...document.querySelectorAll(".sheet .is-open")];
        const { address } = link.dataset;
        if (cards.length !== 1 || cards[0].dataset.address !== address) return [`${address} lights ${cards.length} cards`];
        const [card, frame] = [cards[0], cards[0].closest(".picture")].map((element) => element.getBoundingClientRect());
        const isSeen = card.right > frame.left && card.left < frame.right && card.bottom > frame.top && card.top < frame.bottom;
        return isSeen ? [] : [`the card of ${address} is out of sight`];
      });
    });
    for (const message of wrong) expect(false, `${after}: ${message}`);
    await page.close();
  }

  const file = await maps.compared(...PAIRS[0]);
  const page = await open(file);
  await page.click('.sheet .friction-point.is-told');
  same(await page.$$eval(".report a[aria-current]", (links) => links.length > 0), true, "a card leads to what is told of it");
  await page.$$eval(".is-told", (cards) => cards.forEach((card) => card.dispatchEvent(new MouseEvent("click", { bubbles: true }))));
  for (const theme of ["light", "dark", "contrast"]) {
    const themed = await open(file, { theme });
    await themed.$$eval(".report details", (all) => all.forEach((details) => (details.open = true)));
    await themed.click(".report a[data-address]");
    for (const message of await violations(themed)) expect(false, `${theme}: ${message}`);
    await picture(themed, `comparison-${theme}`);
    await themed.close();
  }
  for (const width of [360, 1280, 2560]) {
    const wide = await open(file, { width, height: width < 500 ? 740 : 1300 });
    same(await wide.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width} pixels need no scrolling aside`);
    if (width === 360) for (const message of await violations(wide)) expect(false, `on a telephone: ${message}`);
    await picture(wide, `comparison-${width}`);
    await wide.close();
  }
  const bare = await open(file, { script: false });
  same(await bare.$eval("#tools", (tools) => tools.getClientRects().length), 0, "no tool that does nothing");
  expect(await bare.$eval(".report", (report) => report.getClientRects().length > 0), "the report is there without a script");

  const printed = await open(file);
  const pages = [...Buffer.from(await printed.pdf({ format: "A3", landscape: true })).toString("latin1").matchAll(/\/MediaBox/g)].length;
  expect(pages > 4 && pages < 12, `it takes ${pages} pages of A3`);

  const hostile = ["</script><script>window.broken = 1</script>", "<img src=x onerror='window.broken = 1'>", "\"><svg onload=window.broken=1>", "javascript:window.broken=1"];
  const text = JSON.stringify(hostile.join(" "));
  const map = (touchpoint) => `cxmap: 1\ntitle: ${text}\nsituation: ${text}\nphases:\n  - title: ${text}\n    touchpoints:\n      - ${touchpoint}\n`;
  const broken = await open(await maps.comparedTexts("hostile", map(`{id: a, title: ${text}, friction_points: [{title: ${text}}]}`), map(`{id: b, title: ${text.replace("window", "W")}, status: {level: unavailable, because: ${text}}}`)));
  await broken.$$eval(".report a", (links) => links.forEach((link) => link.click()));
  const state = await broken.evaluate(() => ({ broken: window.broken ?? null, scripts: document.scripts.length, images: document.images.length, links: [...document.links].filter((link) => !link.getAttribute("href").startsWith("#")).length }));
  same(state, { broken: null, scripts: 1, images: 0, links: 0 }, "with hostile texts");
};
