// The page follows the device, and the reader's choice before it; every theme has colours of its own.

export default async ({ expect, open, maps, same, picture }) => {
  const file = await maps.bundled("insurance-premium/lockdown");
  const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = {};
  for (const theme of ["light", "dark", "contrast"]) {
    const page = await open(file, { theme });
    seen[theme] = await ground(page);
    await picture(page, `theme-${theme}`);
    await page.close();
  }
  same(new Set(Object.values(seen)).size, 3, `grounds of the themes (${Object.values(seen).join(", ")})`);
  const page = await open(file, { theme: "dark" });
  for (const theme of ["light", "dark", "contrast", ""]) {
    await page.select("#theme", theme);
    same(await ground(page), seen[theme || "dark"], `chosen: ${theme || "as on my device"}`);
  }
  const fills = await page.$$eval('.sheet [class*="f-"]', (shapes) => shapes.map((shape) => getComputedStyle(shape).fill));
  expect(fills.length > 100 && fills.every((fill) => fill.startsWith("rgb")), "every shape has a colour of the theme");
};
