// On a telephone the journey is a list that fits the width; on a wall the picture fills it. Nothing makes a page scroll
// sideways as a whole.

import path from "node:path";

export default async ({ expect, open, maps, same, picture }) => {
  for (const name of ["food-supplements-b2b", "telecom-home-internet/lockdown"]) {
    for (const width of [360, 700, 1280, 2560]) {
      const page = await open(await maps.bundled(name), { width, height: Math.max(740, Math.round(width / 1.7)) });
      const overflow = async (what) => {
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        same(over, 0, `${name} at ${width} px, ${what}: pixels too wide`);
      };
      same(await page.evaluate(() => document.body.dataset.view), width <= 700 ? "list" : "picture", `${name} at ${width} px`);
      await overflow("as it opens");
      await picture(page, `${name.replace("/", "-")}-${width}`);
      for (const view of ["list", "table", "picture"]) {
        await page.click(`[data-view="${view}"]`);
        await overflow(view);
      }
      await page.click("#filters summary");
      await overflow("filters");
      await page.close();
    }
  }
  const small = await open(await maps.bundled("insurance-premium/lockdown"), { width: 360, height: 740 });
  const targets = await small.$$eval("button, summary, select, input", (all) =>
    all.filter((element) => element.getClientRects().length).map((element) => element.getBoundingClientRect().height));
  expect(targets.every((height) => height >= 24), "everything to touch is at least 24 px high");
  const folder = await maps.folder();
  for (const width of [360, 1280, 2560]) {
    const page = await open(path.join(folder, "index.html"), { width });
    same(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `the index at ${width} px: pixels too wide`);
    await picture(page, `index-${width}`);
  }
};
