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
    this.repository = repository;
    this.made = new Map();
  }

  // What was made before is made once.
  once(key, make) {
    if (!this.made.has(key)) this.made.set(key, make());
    return this.made.get(key);
  }

  // The file of a bundled journey.
  path(name) {
    return path.join(repository, "journeys", `${name}.journey.yaml`);
  }

  // A map as text, as a file.
  async file(name, text) {
    const file = path.join(this.work, `${name}.journey.yaml`);
    await writeFile(file, text);
    return file;
  }

  // What the program writes of a map in a format.
  async rendered(file, format) {
    return (await run(program, ["render", "-q", file, "-f", format])).stdout;
  }

  // The page of a bundled journey, such as `restaurant/before`.
  bundled(name, ...flags) {
    return this.once(JSON.stringify([name, flags]), () => this.page(this.path(name), ...flags));
  }

  // The page of a map as text.
  async written(name, text, ...flags) {
    return this.page(await this.file(name, text), ...flags);
  }

  async page(file, ...flags) {
    const page = path.join(this.work, `${path.relative("/", file).replaceAll(/\W/g, "-")}${flags.join("")}.html`);
    await run(program, ["render", file, "-f", "html", "-o", page, ...flags]);
    return page;
  }

  // The page that compares two bundled journeys.
  compared(before, after, ...flags) {
    return this.comparison(this.path(before), this.path(after), ...flags);
  }

  // The page that compares two maps as text.
  async comparedTexts(name, before, after) {
    const files = [await this.file(`${name}-before`, before), await this.file(`${name}-after`, after)];
    return this.comparison(...files);
  }

  async comparison(before, after, ...flags) {
    const page = path.join(this.work, `${path.relative("/", after).replaceAll(/\W/g, "-")}-compared.html`);
    await run(program, ["diff", before, after, "-f", "html", "-o", page, ...flags]);
    return page;
  }

  // A map as a workbook.
  async book(file, name) {
    const book = path.join(this.work, `${name.replaceAll("/", "-")}.xlsx`);
    await run(program, ["render", file, "-o", book]);
    return book;
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
