// Everything that a mouse can do a keyboard can: one stop for the whole picture, arrows among the cards, Enter to open,
// Escape to go back to where one was.

export default async ({ open, maps, same, picture }) => {
  const page = await open(await maps.bundled("insurance-premium/lockdown"));
  const focused = () => page.evaluate(() => document.activeElement.dataset?.address ?? document.activeElement.id);
  const lane = () => page.evaluate(() => document.activeElement.closest(".lane").dataset.lane);
  same(await page.$$eval('.sheet [tabindex="0"]', (stops) => stops.length), 1, "stops of Tab in the picture");

  let presses = 0;
  while ((await focused()) !== "touchpoint:i-compare-covers-online" && presses < 20) {
    await page.keyboard.press("Tab");
    presses += 1;
  }
  same(await focused(), "touchpoint:i-compare-covers-online", "Tab leads to the first touchpoint");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  same(outline, "solid", "the focus is visible");
  await page.keyboard.press("ArrowRight");
  same(await focused(), "touchpoint:advice", "an arrow leads to the next touchpoint");
  await picture(page, "focus");
  await page.keyboard.press("ArrowLeft");
  same(await focused(), "touchpoint:i-compare-covers-online", "and back");
  await page.keyboard.press("ArrowDown");
  same(await lane(), "experience", "an arrow leads to the lane below");
  await page.keyboard.press("ArrowUp");
  same(await lane(), "touchpoints", "and back up");
  await page.keyboard.press("ArrowRight");
  const before = await focused();
  await page.keyboard.press("Enter");
  same(await focused(), "panel", "Enter moves into the panel");
  await page.keyboard.press("Escape");
  same(await focused(), before, "Escape returns to the card");
  same(await page.$eval("#panel", (panel) => panel.hidden), true, "Escape closes the panel");
  await page.keyboard.press("Space");
  same(await focused(), "panel", "Space opens, too");
  await page.keyboard.press("Tab");
  same(await page.evaluate(() => document.activeElement.textContent), "Choose", "the panel leads to the phase");
  await page.keyboard.press("Tab");
  same(await focused(), "close", "and can be closed");
  await page.keyboard.press("Enter");
  same(await focused(), before, "and returns to the card");

  // Every card can be reached with the arrow keys, from wherever one is.
  const lost = await page.evaluate(() => {
    const cards = [...document.querySelectorAll(".sheet [role=button]")].filter((card) => card.getBoundingClientRect().width);
    const key = (name) => new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
    const reached = new Set([cards[0]]);
    for (const card of reached) {
      for (const name of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
        card.focus();
        card.dispatchEvent(key(name));
        reached.add(document.activeElement);
      }
    }
    return cards.filter((card) => !reached.has(card)).map((card) => card.dataset.address);
  });
  same(lost, [], "cards that no arrow leads to");

  await page.focus("#filters summary");
  await page.keyboard.press("Enter");
  same(await page.$eval("#filters", (menu) => menu.open), true, "Enter opens a menu");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  same(await page.$eval("#filters", (menu) => menu.open), false, "Escape closes a menu");
  same(await page.evaluate(() => document.activeElement.tagName), "SUMMARY", "and returns to its button");
};
