// Looks at what cxmap writes in a real browser, and with programs that are not ours: one session, one file of checks for each
// thing that has to hold.
//
//   node run.js                       every check
//   node run.js keyboard print        some of them
//   node run.js --screenshots FOLDER  and pictures to look at
//
// CXMAP is the program (target/debug/cxmap unless set), CXMAP_CHROMIUM the browser (found on the path unless set).

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Browser } from "./browser.js";
import { Maps } from "./maps.js";

const folder = path.join(import.meta.dirname, "checks");
const args = process.argv.slice(2);
const at = args.indexOf("--screenshots");
const screenshots = at < 0 ? null : path.resolve(args.splice(at, 2)[1]);
const every = (await readdir(folder)).map((file) => path.parse(file).name).sort();
const unknown = args.filter((name) => !every.includes(name));
if (unknown.length) throw new Error(`no such check: ${unknown.join(", ")}; there are ${every.join(", ")}`);

const work = await mkdtemp(path.join(tmpdir(), "cxmap-browser-"));
const browser = await Browser.launch(work);
const maps = new Maps(work);
const failures = [];
try {
  for (const name of args.length ? args : every) {
    const begun = performance.now();
    const { default: check } = await import(path.join(folder, `${name}.js`));
    const wrong = await browser.check(check, maps, screenshots);
    const time = `${Math.round(performance.now() - begun)} ms`;
    console.log(`${wrong.length ? "FAILED" : "ok    "} ${name} (${time})`);
    for (const message of wrong) console.log(`       ${message}`);
    failures.push(...wrong);
  }
} finally {
  await browser.close();
  await rm(work, { recursive: true, force: true });
}
process.exitCode = failures.length ? 1 : 0;
