// Scores, weight and server time of pages. usage: node pages.mjs ORIGIN FOLDER-WITH-LIGHTHOUSE
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const [origin, folder] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(require.resolve("lighthouse")).href);
const puppeteer = (await import(pathToFileURL(require.resolve("puppeteer-core")).href)).default;
const chromium = process.env.PATH.split(delimiter).map((place) => join(place, "chromium")).find(existsSync);
const asked = 40;

const workspace = await untilItAnswers();
const first = async (kind) => (await (await fetch(`${workspace}/k/${kind}`)).text()).match(new RegExp(`href="([^"]*/e/${kind}:[^"]+)"`))[1];
const pages = [
  ["home", workspace], ["list", `${workspace}/k/bet`], ["entity", origin + (await first("goal"))], ["map", `${workspace}/map`], ["threads", `${workspace}/threads`],
];

const browser = await puppeteer.launch({
  executablePath: chromium, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage"],
});
console.log("| page | theme | performance | accessibility | transferred, kB | without islands, kB | server, median ms |\n|---|---|---|---|---|---|---|");
let isShort = false;
for (const [name, url] of pages) {
  const answer = await fetch(url);
  if (answer.status === 404) continue;
  const server = await medianOfServer(url);
  for (const theme of (process.env.THEMES ?? "light dark").split(" ")) {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    const { lhr } = await lighthouse(url, { output: "json", onlyCategories: ["performance", "accessibility"], logLevel: "error" }, desktopConfig, page);
    await page.close();
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const [performance, accessibility] = ["performance", "accessibility"].map((category) => Math.round(lhr.categories[category].score * 100));
    const loaded = lhr.audits["network-requests"].details.items;
    const weight = kilobytes(loaded), bare = kilobytes(loaded.filter((file) => !/\/(orrery|ask|board|graph[\w-]*|elk-worker)\.js|orrery\.json/.test(file.url)));
    console.log(`| ${name} | ${theme} | ${performance} | ${accessibility} | ${weight} | ${bare} | ${server.toFixed(1)} |`);
    for (const audit of Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative"))
      console.error(`  ${name} ${theme}: ${audit.id} ${audit.displayValue ?? ""}`);
    isShort ||= performance < 95 || accessibility < 95 || bare > 250;
  }
}
await browser.close();
process.exit(isShort ? 1 : 0);

function kilobytes(files) {
  return Math.round(files.reduce((sum, file) => sum + (file.transferSize ?? 0), 0) / 1000);
}

/** What the server says it took, by Server-Timing. */
async function medianOfServer(url) {
  const times = [];
  for (let i = 0; i < asked; i++) {
    const answer = await fetch(url);
    await answer.text();
    times.push(Number(/dur=([\d.]+)/.exec(answer.headers.get("server-timing"))?.[1]));
  }
  return times.sort((a, b) => a - b)[asked / 2];
}

async function untilItAnswers() {
  const end = performance.now() + 120_000;
  for (;;) {
    try {
      const home = `${origin}/w/harbor-mutual`;
      if ((await fetch(home)).ok) return home;
    } catch (refused) {
      if (performance.now() > end) throw refused;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
