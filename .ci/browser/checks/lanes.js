// A lane that is switched off leaves no hole, and nothing moves over anything else; names stay in sight.

export default async ({ expect, open, maps, same, picture }) => {
  for (const name of ["insurance-premium/lockdown", "telecom-home-internet/lockdown"]) {
    const page = await open(await maps.bundled(name, "--wrap", "8"));
    const tops = () =>
      page.$$eval(".sheet svg", (sheets) =>
        sheets.map((svg) => ({
          height: Number(svg.getAttribute("height")),
          lanes: [...svg.querySelectorAll(":scope > .lane")]
            .filter((lane) => lane.getAttribute("display") !== "none")
            .map((lane) => ({ name: lane.dataset.lane, ...(({ top, bottom }) => ({ top, bottom }))(lane.getBoundingClientRect()) }))
            .sort((a, b) => a.top - b.top),
        })),
      );
    const before = await tops();
    expect(before.length > 1, `${name}: several rows`);
    await page.click("#lanes summary");
    const boxes = await page.$$("#lanes input");
    same(boxes.length, new Set(before.flatMap(({ lanes }) => lanes.map(({ name }) => name))).size - 1, `${name}: a switch for each lane but the phases`);
    for (const box of boxes.slice(0, -1)) {
      await box.click();
      for (const { lanes, height } of await tops()) {
        lanes.slice(1).forEach((lane, at) => {
          const room = lane.top - lanes[at].bottom;
          expect(room > -3 && room < 60, `${name}: ${Math.round(room)} px between ${lanes[at].name} and ${lane.name}`);
        });
        expect(height > 40, `${name}: a drawing has a height`);
      }
    }
    await picture(page, "lanes");
    for (const box of boxes.slice(0, -1)) await box.click();
    same(await tops(), before, `${name}: back to where all was`);
  }
  const page = await open(await maps.bundled("telecom-home-internet/lockdown"));
  const names = () =>
    page.evaluate(() => {
      const sheet = document.querySelector(".sheet");
      const [inside, name, phase] = [sheet, sheet.querySelector(".lane-touchpoints > .names > text"), sheet.querySelector(".lane-phases text")].map((element) => element.getBoundingClientRect());
      return { left: Math.round(name.left - inside.left), isPhaseInSight: phase.top >= inside.top && phase.bottom <= inside.bottom };
    });
  const still = await names();
  await page.$eval(".sheet", (sheet) => sheet.scrollTo(400, 300));
  await page.waitForSelector(".is-scrolled");
  same(await names(), still, "the names of lanes and phases when scrolled");
  await picture(page, "scrolled");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const moved = await page.$$eval(".names", (names) => names.map((group) => group.getAttribute("transform")).filter((move) => move !== "translate(0 0)"));
  same(moved, [], "names that are out of place on paper");
};
