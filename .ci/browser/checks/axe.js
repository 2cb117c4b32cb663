// No violation of WCAG that axe can find: in every theme, in every view, with a panel open, on a telephone, and on the
// index.

import path from "node:path";
import { violations } from "../browser.js";

export default async ({ expect, open, maps }) => {
  const look = async (page, what) => {
    for (const message of await violations(page)) expect(false, `${what}: ${message}`);
  };
  const file = await maps.bundled("restaurant/reopening");
  for (const theme of ["light", "dark", "contrast"]) {
    const page = await open(file, { theme });
    await page.click('.sheet [data-address^="touchpoint:"]');
    await look(page, `${theme}, picture and panel`);
    await page.keyboard.press("Escape");
    await page.click('[data-view="list"]');
    await page.$$eval(".touchpoint", (all) => all.forEach((details) => (details.open = true)));
    await look(page, `${theme}, list`);
    await page.click('[data-view="table"]');
    await page.click("#filters summary");
    await look(page, `${theme}, table and filters`);
    await page.close();
  }
  await look(await open(file, { width: 360, height: 740 }), "on a telephone");
  const index = path.join(await maps.folder(), "index.html");
  for (const theme of ["light", "dark", "contrast"]) await look(await open(index, { theme }), `${theme}, index`);
};
