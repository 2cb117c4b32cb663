// Without JavaScript the page is a document: picture, list and table below each other, and no tool that does nothing.

export default async ({ expect, open, maps, same, picture }) => {
  const page = await open(await maps.bundled("restaurant/reopening"), { script: false });
  const shown = await page.evaluate(() => {
    const isShown = (selector) => document.querySelector(selector).getClientRects().length > 0;
    return Object.fromEntries(["h1", ".sheet svg", "#list", "#table table", "#tools", "#panel"].map((selector) => [selector, isShown(selector)]));
  });
  same(shown, { h1: true, ".sheet svg": true, "#list": true, "#table table": true, "#tools": false, "#panel": false }, "what is shown");
  await page.click(".touchpoint summary");
  expect(await page.$eval(".touchpoint dl", (facts) => facts.getClientRects().length > 0), "a touchpoint opens");
  await picture(page, "noscript");
};
