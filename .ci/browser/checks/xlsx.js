// Workbooks, read by a reader that is neither ours nor the one that cxmap imports with: names, numbers and texts are there.

import readExcel from "read-excel-file/node";

export default async function ({ expect, same, maps }) {
  let friction = 0;
  for (const name of await maps.all()) {
    const { journey } = JSON.parse(await maps.rendered(maps.path(name), "json"));
    const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints ?? []);
    const sheets = await read(await maps.book(maps.path(name), name));
    const { touchpoints: rows, journey: facts, friction_points: points = [] } = sheets;
    same(rows.map((row) => row.title), touchpoints.map((touchpoint) => touchpoint.title), `${name}: titles`);
    const level = ({ experience }) => experience?.level ?? (typeof experience === "number" ? experience : null);
    same(rows.map((row) => row.experience ?? null), touchpoints.map(level), `${name}: ratings are numbers`);
    const goal = facts.find((row) => row.field === "goal");
    same(goal?.value ?? null, journey.goal ?? null, `${name}: the goal`);
    const count = (things) => things.reduce((sum, thing) => sum + (thing.friction_points?.length ?? 0), 0);
    same(points.length, count(touchpoints) + count(journey.phases), `${name}: friction points`);
    friction += points.length;
  }
  expect(friction > 50, `only ${friction} friction points are compared`);

  const texts = ["=1+1", "+31 6 123", "@SUM(A1)", "-", "é🙂 支払う", "<b>&amp;</b>", "a\nb", "'=2"];
  const touchpoints = texts.map((text, at) => ({ id: `t${at}`, title: `T ${at}`, description: text }));
  const file = await maps.file("traps", JSON.stringify({ cxmap: 1, title: "=1", phases: [{ title: "P", touchpoints }] }));
  const { touchpoints: rows } = await read(await maps.book(file, "traps"));
  const wanted = texts.map((text) => (text.startsWith("'=") ? JSON.stringify(text) : text));
  same(rows.map((row) => row.description), wanted, "texts are texts");
}

// The rows of each sheet, by the names of their columns.
async function read(file) {
  const sheets = {};
  for (const { sheet, data } of await readExcel(file)) {
    const [header, ...rows] = data;
    sheets[sheet] = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  }
  return sheets;
}
