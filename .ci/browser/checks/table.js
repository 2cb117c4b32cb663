// The table is a real one, with the facts of the picture, and leads to their details.

export default async ({ expect, open, maps, same }) => {
  const page = await open(await maps.bundled("insurance-premium/lockdown"));
  await page.click('[data-view="table"]');
  same(await page.$$eval(".view:not([hidden])", (views) => views.map((view) => view.id)), ["table"], "one view at a time");
  const rows = await page.$$eval("tbody tr", (rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  const columns = await page.$$eval("thead th", (cells) => cells.map((cell) => cell.innerText));
  same(rows.length, 12, "rows");
  expect(rows.every((row) => row.length === columns.length), "as many cells as columns");
  const pay = Object.fromEntries(rows.find((row) => row[1].startsWith("I am due")).map((cell, at) => [columns[at], cell]));
  const { Phase, Channel, Owner, Expectation, Experience, Effort } = pay;
  same({ Phase, Channel, Owner, Expectation, Experience, Effort }, { Phase: "Pay", Channel: "My bank's app", Owner: "Billing", Expectation: "4", Experience: "1", Effort: "4" }, "the row of the payment");
  same(pay["Satisfaction gap"], "−3", "the gap");
  await page.click('#table tr[data-address="touchpoint:pay"] a');
  same(await page.$eval("#panel-title", (title) => title.textContent), "I am due to pay the quarterly premium", "a row leads to its details");
  await page.keyboard.press("Escape");
  same(await page.evaluate(() => document.activeElement.textContent), "I am due to pay the quarterly premium", "and back");
};
