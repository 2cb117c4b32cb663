// Filters and search leave what matches, in every view, and say how much that is.

export default async ({ expect, open, maps, same, picture }) => {
  const page = await open(await maps.bundled("insurance-premium/lockdown"));
  const state = () =>
    page.evaluate(() => ({
      list: [...document.querySelectorAll("#list .touchpoint:not([hidden])")].map((element) => element.id.replace("touchpoint:", "")),
      table: [...document.querySelectorAll("#table tr[data-address]:not([hidden])")].map((row) => row.dataset.address.replace("touchpoint:", "")),
      picture: [...document.querySelectorAll(".sheet .touchpoint:not(.is-dim)")].map((card) => card.dataset.address.replace("touchpoint:", "")),
      count: document.getElementById("count").textContent,
    }));
  const check = async (what, wanted, count) => {
    const { list, table, picture, count: said } = await state();
    same(list, wanted, `${what}, in the list`);
    same(table, wanted, `${what}, in the table`);
    same(picture, wanted, `${what}, in the picture`);
    same(said, count, `${what}, as said`);
  };
  const everything = (await state()).list;
  same(everything.length, 12, "touchpoints");

  // By hand from the file.
  await page.select('[data-field="channel"]', "App");
  await check("by channel", ["sign", "ask-for-time"], "2 of 12 touchpoints");
  await page.select('[data-field="owner"]', "Billing");
  await check("by channel and owner", ["ask-for-time"], "1 of 12 touchpoints");
  await page.select('[data-field="channel"]', "");
  await check("by owner", ["invoice", "pay", "courtesy-call", "ask-for-time", "confirmation", "renewal"], "6 of 12 touchpoints");
  await page.select('[data-field="owner"]', "");
  await page.select('[data-field="status"]', "unavailable");
  await check("by status", ["advice"], "1 of 12 touchpoints");
  await page.select('[data-field="status"]', "");
  await page.select('[data-field="severity"]', "critical");
  await check("by severity, where it hinders as well included", ["invoice", "pay"], "2 of 12 touchpoints");
  await picture(page, "filtered");
  const resolved = await page.$$eval('[data-field="severity"] option', (options) => options.map((option) => option.value));
  same(resolved, ["", "critical", "high", "medium", "low"], "severities, the worst first");
  await page.click("#reset");
  await check("after a reset", everything, "");

  await page.type("#search", "AGENCIES savings");
  await check("by words that stand nowhere together", [], "0 of 12 touchpoints");
  await page.click("#reset");
  await page.type("#search", "adviser SCREEN");
  // The first leads there while the agency is closed.
  await check("by two words", ["i-compare-covers-online", "advice", "video-advice"], "3 of 12 touchpoints");
  await page.click("#reset");

  const french = await open(await maps.bundled("food-supplements-b2b"));
  await french.type("#search", "RECOIS");
  const found = await french.$$eval("#list .touchpoint:not([hidden])", (found) => found.map((element) => element.textContent));
  expect(found.length > 0 && found.every((text) => /reçois/i.test(text)), "search does not mind accents");
  expect((await french.$eval("#count", (count) => count.textContent)).includes("points de contact sur"), "the count is in French");

  // A map with mistakes is shown as well: two touchpoints have one id, and each is filtered by what is its own.
  const twins = await open(await maps.written("twins", `cxmap: 1
title: Twins
phases:
  - title: One
    touchpoints:
      - {id: same, title: On the site, channel: site}
      - {id: same, title: In the shop, channel: shop}
`));
  await twins.select('[data-field="channel"]', "shop");
  const left = () => twins.$$eval("#list .touchpoint:not([hidden]) h4, #table tr[data-address]:not([hidden]) a", (names) => names.map((name) => name.textContent));
  same(await left(), ["In the shop", "In the shop"], "of two with one id");
};
