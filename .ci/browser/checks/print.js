// On paper: each row of phases on a page of its own, landscape, on A3 and A4; the list and the table as text.

export default async ({ expect, open, maps, same, picture }) => {
  const pages = (pdf) => [...Buffer.from(pdf).toString("latin1").matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) => box.trim().split(/\s+/).map(Number));
  for (const [format, wide, high] of [["A3", 1191, 842], ["A4", 842, 595]]) {
    for (const [flags, count] of [[["--wrap", "never"], 1], [["--wrap", "8"], 3]]) {
      const page = await open(await maps.bundled("telecom-home-internet/lockdown", ...flags));
      const boxes = pages(await page.pdf({ format, landscape: true, preferCSSPageSize: false, printBackground: true }));
      same(boxes.length, count, `pages of ${format} with ${flags.join(" ")}`);
      for (const [, , width, height] of boxes) {
        expect(Math.abs(width - wide) < 3 && Math.abs(height - high) < 3, `${format} is ${width} × ${height} points`);
      }
      same(await page.$eval('.lane[data-lane="head"]', (head) => head.getAttribute("display")), "none", "the head of the picture is gone again");
      await page.close();
    }
  }
  // As wide as A4 within its margins, at 96 pixels an inch.
  const paper = await open(await maps.bundled("telecom-home-internet/lockdown"), { media: "print", width: 1054, height: 726 });
  const types = await paper.$$eval(".leaf text", (texts) => texts.map((text) => text.getAttribute("font-size") * text.getScreenCTM().d * 0.75));
  expect(types.length > 300 && Math.min(...types) > 5.5, `the least type on A4 is ${Math.min(...types)} points`);
  const leaves = await paper.$$eval(".leaf", (leaves) => leaves.map((leaf) => leaf.getBoundingClientRect().height));
  expect(Math.max(...leaves) < 727, `a sheet of A4 is ${Math.max(...leaves)} pixels high`);
  same(await paper.$eval(".sheet", (sheet) => getComputedStyle(sheet).display), "none", "what is shown of the picture is not printed, too");
  const sheets = pages(await paper.pdf({ format: "A4", landscape: true }));
  same(sheets.length, leaves.length, "pages of A4");
  await paper.close();
  const page = await open(await maps.bundled("telecom-home-internet/lockdown"));
  await page.click('[data-view="table"]');
  const boxes = pages(await page.pdf({ format: "A4", landscape: true }));
  expect(boxes.length > 1 && boxes.length < 12, `the table takes ${boxes.length} pages of A4`);
  const shown = await open(await maps.bundled("insurance-premium/lockdown"), { media: "print", width: 1500, height: 1060 });
  await picture(shown, "print");
  await shown.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const title = await shown.$$eval(".leaf text", (texts) => texts.find((text) => text.textContent === "I keep my business insured")?.getBoundingClientRect().height ?? 0);
  expect(title > 5, "the picture has its title on paper");
};
