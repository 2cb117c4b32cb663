// The pages that checks look at, written by the program.

import { execFile } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const repository = path.resolve(import.meta.dirname, "../..");
const program = process.env.CXMAP ?? path.join(repository, "target/debug/cxmap");

export class Maps {
  constructor(work) {
    this.work = work;
    this.made = new Map();
  }

  // What was made before is made once.
  once(key, make) {
    if (!this.made.has(key)) this.made.set(key, make());
    return this.made.get(key);
  }

  // The page of a bundled journey, such as `restaurant/before`.
  bundled(name, ...flags) {
    const file = path.join(repository, "journeys", `${name}.journey.yaml`);
    return this.once(JSON.stringify([name, flags]), () => this.page(file, ...flags));
  }

  // The page of a map as text.
  async written(name, text, ...flags) {
    const file = path.join(this.work, `${name}.journey.yaml`);
    await writeFile(file, text);
    return this.page(file, ...flags);
  }

  async page(file, ...flags) {
    const page = path.join(this.work, `${path.relative("/", file).replaceAll(/\W/g, "-")}${flags.join("")}.html`);
    await run(program, ["render", file, "-f", "html", "-o", page, ...flags]);
    return page;
  }

  // The page that compares two bundled journeys.
  compared(before, after, ...flags) {
    const [one, other] = [before, after].map((name) => path.join(repository, "journeys", `${name}.journey.yaml`));
    return this.comparison(one, other, ...flags);
  }

  // The page that compares two maps as text.
  async comparedTexts(name, before, after) {
    const files = [["before", before], ["after", after]].map(([state, text]) => [path.join(this.work, `${name}-${state}.journey.yaml`), text]);
    for (const [file, text] of files) await writeFile(file, text);
    return this.comparison(files[0][0], files[1][0]);
  }

  async comparison(before, after, ...flags) {
    const page = path.join(this.work, `${path.relative("/", after).replaceAll(/\W/g, "-")}-compared.html`);
    await run(program, ["diff", before, after, "-f", "html", "-o", page, ...flags]);
    return page;
  }

  // Every bundled journey by name.
  async all() {
    const files = await readdir(path.join(repository, "journeys"), { recursive: true });
    return files.filter((file) => file.endsWith(".journey.yaml")).map((file) => file.replace(".journey.yaml", "")).sort();
  }

  // Pages of every map of a folder, with an index; gives the folder they are in.
  folder() {
    const out = path.join(this.work, "public");
    return this.once("folder", async () => {
      await run(program, ["render", path.join(repository, "journeys"), "-o", `${out}/`]);
      return out;
    });
  }
}
