// Mermaid's own parser, in the browser that it is made for: it reads what cxmap writes as the same journey, and says of the
// diagrams that cxmap's tests read what they say it says.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { createRequire } from "node:module";

const mermaid = createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");

export default async function ({ expect, same, blank, maps }) {
  const page = await blank();
  await page.addScriptTag({ path: mermaid });
  await page.evaluate(() => mermaid.initialize({ startOnLoad: false }));
  const parse = (diagram) => page.evaluate(parsed, diagram);

  const cases = JSON.parse(await readFile(path.join(maps.repository, "tests/import/mermaid.json"), "utf8"));
  for (const { diagram, mermaid } of cases) same(await parse(diagram), mermaid, `recorded: ${diagram}`);
  expect(cases.length > 300, `only ${cases.length} diagrams are recorded`);

  let count = 0;
  const agrees = async (name, journey, diagram) => {
    const wanted = expected(journey);
    const found = plain(await parse(diagram));
    same(found, wanted, `${name}\n${diagram}`);
    count += wanted.tasks.length;
  };
  for (const name of await maps.all()) {
    const { journey } = JSON.parse(await maps.rendered(maps.path(name), "json"));
    await agrees(name, journey, await maps.rendered(maps.path(name), "mermaid"));
  }
  for (let seed = 1; seed <= 40; seed++) {
    const journey = trapped(seed);
    const file = await maps.file(`trapped-${seed}`, JSON.stringify(journey));
    const diagram = await maps.rendered(file, "mermaid");
    await agrees(`seed ${seed}`, journey, diagram);
    if (seed % 8 === 0) {
      // What is drawn says the same.
      const drawn = await page.evaluate(async (text) => (await mermaid.render("drawn", text)).svg, diagram);
      const text = await page.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.textContent, drawn);
      const letters = (text) => text.replaceAll(/\s/g, "");
      for (const phase of journey.phases)
        for (const { title } of phase.touchpoints)
          expect(letters(text).includes(letters(title)), `seed ${seed}: “${title}” is not drawn in ${text}`);
    }
  }
  expect(count > 500, `only ${count} tasks are compared`);
}

// In the page: what Mermaid makes of a diagram.
async function parsed(diagram) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(diagram);
    const decoded = (text) => text.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
    const task = ({ section, task, score, people }) => ({
      section: decoded(section),
      task: decoded(task),
      score: Number.isNaN(score) ? null : score,
      people: people.map(decoded),
    });
    return { title: decoded(db.getDiagramTitle()), tasks: db.getTasks().map(task) };
  } catch (error) {
    return { error: error.message.split("\n")[0].slice(0, 40) };
  }
}

// What a page shows of it.
function plain({ title, tasks, error }) {
  if (error) return { error };
  const shown = (text) => text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).trim();
  const task = ({ section, task, score, people }) => ({ section: shown(section), task: shown(task), score, people: people.map(shown) });
  return { title: shown(title), tasks: tasks.map(task) };
}

// What a journey comes to as a diagram: ratings on 1–5, none as 0; sections of one name are numbered.
function expected({ title, scale = { min: 1, max: 5 }, persona, phases }) {
  const line = (text) => String(text).trim().split(/\s+/).join(" ");
  const name = persona?.name ?? (typeof persona === "string" ? persona : undefined);
  const names = [];
  const section = (title) => {
    let name = line(title);
    for (let number = 2; names.includes(name); number++) name = `${line(title)} (${number})`;
    names.push(name);
    return name;
  };
  const tasks = phases.flatMap((phase) => {
    const name_ = section(phase.title);
    return (phase.touchpoints ?? []).map((touchpoint) => {
      const level = touchpoint.experience?.level ?? touchpoint.experience;
      const known = typeof level === "number";
      const score = known ? Math.round((1 + ((level - scale.min) / (scale.max - scale.min)) * 4) * 100) / 100 : 0;
      const people = [...(name ? [name] : []), ...(touchpoint.actors ?? [])].map(line);
      return { section: name_, task: line(touchpoint.title), score, people };
    });
  });
  return { title: line(title), tasks };
}

const TRAPS = [
  "title x", "Title", "section 1", "journey", "Journeys", "accTitle", "accDescr {x}", "50% off", "%%", "a %% b", "5%%", "%{x}",
  "%%{init: {}}%%", "#35;", "C#", "a: b: 3", "10:30", "<br/>", "<b>R&D</b>", "&amp;", "style: #x;", "classDef a:#b;", "é🙂 支払う",
  "---", "\"q\"", "it's; so", "}", "{", "``` mermaid", "\\n", "a, b", "<script>x</script>", "&lt;", "=1+1", "`md`", "[x](y)", "ﬂ°x¶ß",
];

// A journey of traps, the same for the same seed.
function trapped(seed) {
  let state = seed;
  const below = (bound) => (state = (state * 48271) % 2147483647) % bound;
  const text = () => [TRAPS[below(TRAPS.length)], ...(below(2) ? [TRAPS[below(TRAPS.length)]] : [])].join(below(2) ? " " : "");
  const touchpoint = (id) => ({
    id: `t${id}`,
    title: text(),
    ...(below(4) ? { experience: below(11) } : {}),
    ...(below(2) ? { actors: [`${text()} 1`, `${text()} 2`] } : {}),
  });
  const phase = (id) => ({ id: `p${id}`, title: text(), touchpoints: [1, 2, 3, 4].map((at) => touchpoint(id * 10 + at)) });
  return { cxmap: 1, title: text(), persona: { name: text() }, description: text(), scale: { min: 0, max: 10 }, phases: [1, 2, 3].map(phase) };
}
