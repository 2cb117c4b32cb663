// Whatever the texts of a map hold, they are texts: nothing runs, nothing is asked for, nothing breaks out.

const TEXTS = [
  "<script>window.broken = 1</script>",
  "</script><script>window.broken = 1</script>",
  "</style><style>body { display: none }</style>",
  "<!--<script>window.broken = 1//",
  "--> <img src=x onerror='window.broken = 1'>",
  "\"><svg onload=window.broken=1>",
  "' onfocus='window.broken=1' autofocus='",
  "{{ 7 * 7 }} ${window.broken = 1} {% raw %}",
  "&lt;b&gt; &amp; &#x3c;i&#x3e;",
  "javascript:window.broken=1",
  "http://192.0.2.1/pixel.png",
  "__proto__",
];

const LINKS = ["javascript:window.broken=1", " JaVaScRiPt:window.broken=1", "data:text/html,<script>window.broken=1</script>", "vbscript:x", "//192.0.2.1/x", "https://example.com/?a=1&b=\"2\""];

export default async ({ expect, open, maps, same }) => {
  // Each text at every place, and all of them in one map.
  for (const [name, texts] of [["first", TEXTS.slice(0, 1)], ["all", TEXTS]]) {
    const text = texts.join(" ");
    const page = await open(await maps.written(`hostile-${name}`, map(texts)), { hash: `#${encodeURIComponent(text)}` });
    await page.$$eval(".sheet [role=button]", (cards) => cards.forEach((card) => card.dispatchEvent(new MouseEvent("click", { bubbles: true }))));
    await page.click('[data-view="list"]');
    await page.$$eval(".touchpoint", (all) => all.forEach((details) => (details.open = true)));
    await page.type("#search", "x");
    await page.click("#reset");
    await page.select('[data-field="channel"]', texts[0]);
    const state = await page.evaluate(() => ({
      broken: window.broken ?? null,
      scripts: document.scripts.length,
      styles: document.querySelectorAll("style").length,
      images: document.images.length,
      handlers: [...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
      links: [...document.links].map((link) => link.protocol).filter((scheme) => !["file:", "https:", "http:"].includes(scheme)),
      title: document.querySelector("h1").textContent,
      shown: document.querySelectorAll("#list .touchpoint:not([hidden])").length,
    }));
    same(state, { broken: null, scripts: 2, styles: 1, images: 0, handlers: 0, links: [], title: text, shown: 1 }, `with ${name}`);
    await page.close();
  }
  const page = await open(await maps.written("links", map(["plain"], LINKS)));
  const links = await page.$$eval("#list a", (links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
  same(links, [LINKS.at(-1)], "only web addresses are links");
  expect(await page.$$eval("#list a", (links) => links.every((link) => link.rel === "noopener noreferrer")), "links tell nobody where they come from");
};

// A map in which everything an author can write is one of the texts: a phase for each, the head all of them.
function map(texts, links = texts) {
  const all = JSON.stringify(texts.join(" "));
  const evidence = links.map((link) => `{title: ${all}, url: ${JSON.stringify(link)}}`).join(", ");
  const channels = texts.map((text, at) => `c${at}: {title: ${JSON.stringify(text)}, status: {level: limited, because: ${all}}}`);
  return `cxmap: 1
title: ${all}
id: hostile
description: ${all}
scenario: ${all}
goal: ${all}
persona: {name: ${all}, description: ${all}, quote: ${all}, goals: [${all}], needs: [${all}]}
situation: {name: ${all}, description: ${all}}
owner: ${all}
x-own: ${all}
channels: {${channels.join(", ")}, other: Other}
evidence: [${all}, ${evidence}]
measures: [{metric: ${all}, value: 3, unit: ${all}, source: ${all}}]
phases:
${texts.map((text, at) => phase(JSON.stringify(text), at, JSON.stringify(links[0]))).join("")}  - id: last
    title: Last
    touchpoints: [{id: last, title: Other, channel: other}]
`;
}

function phase(t, at, link) {
  return `  - id: p${at}
    title: ${t}
    owner: ${t}
    needs: [${t}]
    goal: ${t}
    touchpoints:
      - id: t${at}
        title: ${t}
        description: ${t}
        channel: c${at}
        owner: ${t}
        actors: [${t}]
        expectation: {level: 4, because: ${t}}
        experience: {level: 2, because: ${t}}
        feeling: ${t}
        thinking: ${t}
        quote: ${t}
        moment_of_truth: {id: m${at}, title: ${t}, why: ${t}, success: ${t}, failure: ${t}, commitment: ${t}}
        friction_points: [{id: f, title: ${t}, because: ${t}, solutions: [{id: s${at}, title: ${t}, owner: ${t}, measured_by: ${t}, url: ${link}}]}]
        promises: [{id: pr, title: ${t}, within: 1d, actual: 2d}]
        employee: {role: ${t}, because: ${t}, needs: [${t}]}
        frontstage: [${t}]
        backstage: [{title: ${t}, owner: ${t}, system: ${t}}]
        systems: [${t}]
        props: [${t}]
        feedback: {via: ${t}, open_question: ${t}, follow_up: {owner: ${t}, within: 1d}}
        next: [{to: next, when: ${t}, share: 60%}, {to: end, share: 40%}]
`;
}
