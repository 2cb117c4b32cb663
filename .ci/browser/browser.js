// One browser for all checks, and what holds for every page that is opened in it: it asks nothing of a network and has
// nothing to complain of.

import { access, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export class Browser {
  static async launch(work) {
    const executablePath = process.env.CXMAP_CHROMIUM ?? (await onPath(["chromium", "chromium-browser", "google-chrome"]));
    const browser = await puppeteer.launch({
      executablePath,
      headless: true,
      args: FLAGS,
      userDataDir: path.join(work, "profile"),
    });
    return Object.assign(new Browser(), { browser });
  }

  close() {
    return this.browser.close();
  }

  // Runs a check; gives what is wrong, in sentences.
  async check(check, maps, screenshots) {
    const wrong = [];
    const expect = (holds, message) => holds || wrong.push(message);
    const open = (file, options = {}) => this.open(file, options, expect);
    const picture = async (page, name) => {
      if (!screenshots) return;
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    };
    try {
      const blank = () => this.browser.newPage();
      await check({ expect, open, blank, maps, picture, same: (a, b, what) => same(expect, a, b, what) });
    } catch (error) {
      wrong.push(error.stack);
    }
    for (const page of await this.browser.pages()) if (!page.url().startsWith("about:")) await page.close();
    return wrong;
  }

  // Opens a page; `theme` is light, dark or contrast.
  async open(file, { width = 1280, height = 800, theme = "light", hash = "", script = true, media = "" } = {}, expect) {
    const page = await this.browser.newPage();
    const url = pathToFileURL(file).href;
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) expect(false, `the console says: ${message.text()}`);
    });
    page.on("pageerror", (error) => expect(false, `the script fails: ${error.message}`));
    page.on("dialog", async (dialog) => {
      expect(false, `a dialog opens: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on("request", (request) => {
      const isOwn = request.url().split("#")[0] === url || request.url().startsWith("data:");
      expect(isOwn, `asks for ${request.url()}`);
    });
    await page.setViewport({ width, height });
    // Not through puppeteer, which does not know contrast.
    const session = await page.createCDPSession();
    const features = [
      { name: "prefers-color-scheme", value: theme === "dark" ? "dark" : "light" },
      { name: "prefers-contrast", value: theme === "contrast" ? "more" : "no-preference" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ];
    await session.send("Emulation.setEmulatedMedia", { media, features });
    await page.setJavaScriptEnabled(script);
    await page.goto(url + hash);
    return page;
  }
}

// What axe finds against the accessibility of a page, in sentences.
export async function violations(page) {
  // A script element would be against the page's own policy.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await axe.run();
    return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)} ${nodes[0].any[0]?.message ?? ""}`);
  });
}

function same(expect, actual, wanted, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
  expect(a === b, `${what}: ${a} instead of ${b}`);
}

async function onPath(names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(path.delimiter)) {
      const file = path.join(folder, name);
      if (await access(file).then(() => true, () => false)) return file;
    }
  }
  throw new Error(`no browser: none of ${names.join(", ")} is on the path`);
}
