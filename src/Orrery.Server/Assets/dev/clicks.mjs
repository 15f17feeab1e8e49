// From a click or key to changed pixels, in Chromium, on pages of the demo. usage: [TIMES=9] [ONLY=list] node dev/clicks.mjs ADDRESS-OF-A-WORKSPACE
// Counted from the event (of the mouse: from where it is let go) to the moment in which the page may go on after the frame that first has other content: by then
// that frame was handed on to be shown. Traces of Chromium say that it was shown between 50 ms before and 20 ms after; one animation frame more, as it was
// counted before, is 20 to 40 ms late.
// HOVER=200 PRESS=80 come near a link and press as people do, so long before the click; without, as a finger does.
import { chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
const root = process.argv[2].replace(/\/$/, "");
const times = Number(process.env.TIMES ?? 9);
const limit = 100;

function watch() {
  let began = 0;
  const begin = (event) => {
    began = event.timeStamp;
    window.took_ = undefined;
  };
  for (const type of ["click", "keydown", "change", "input"]) addEventListener(type, begin, { capture: true });
  const changed = () => {
    if (began === 0) return;
    const from = began;
    began = 0;
    requestAnimationFrame(() => { window.took_ = performance.now() - from; });
  };
  // The bar that says that a page takes long is no content.
  const isBar = (node) => node.nodeType === 1 && node.matches(".turbo-progress-bar");
  const isContent = ({ type, target, attributeName, addedNodes, removedNodes }) => !isBar(target) && ![...addedNodes, ...removedNodes].some(isBar) && (type !== "attributes" || (target !== document.documentElement && !["aria-busy", "data-turbo-preview", "disabled"].includes(attributeName)));
  addEventListener("DOMContentLoaded", () => new MutationObserver((seen) => { if (seen.some(isContent)) changed(); }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true }));
}

const hover = Number(process.env.HOVER ?? 0);
const press = Number(process.env.PRESS ?? 0);
const near = async (page, target) => {
  if (hover === 0) return;
  await target.hover();
  await page.waitForTimeout(hover);
};
const click = async (page, target) => {
  await near(page, target);
  await target.click({ delay: press });
};
const link = (name) => async (page) => click(page, page.getByRole("link", { name, exact: true }).first());
const clicks = [
  ["home to a list", "", async (page) => click(page, page.locator(".rail a[href*='/k/bet']"))],
  ["list to an entity", "/k/bet", async (page) => click(page, page.locator("main tbody a").first())],
  ["list sorted", "/k/bet", async (page) => click(page, page.locator("main thead a").first())],
  ["entity to its neighbour", "/e/bet:mobile-workflow-updates", async (page) => click(page, page.locator("main .rel a").first())],
  ["peek", "/k/bet", async (page) => { await page.locator("main tbody a").first().focus(); await page.keyboard.press(" "); }],
  ["palette", "", async (page) => page.keyboard.press("Control+k")],
  ["map to threads", "/map", link("Threads")],
  ["map: only one category", "/map", async (page) => click(page, page.getByRole("button", { name: "Only Context" }))],
  ["map: walk by key", "/map", async (page) => { await page.locator(".over-layer").focus(); await page.keyboard.press("ArrowRight"); }],
  ["threads: other rows", "/threads", async (page) => { await near(page, page.getByLabel("Rows")); await page.getByLabel("Rows").selectOption("team"); }],
  ["view in another shape", "/v/bets-by-state", link("Matrix")],
  ["outline: open a branch", "/v/what-serves-what", async (page) => click(page, page.locator("a.twist").first())],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
const medianOf = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const medians = [];
console.log("| click | median, ms | most, ms |\n|---|---|---|");
for (const [name, path, act] of clicks.filter(([name]) => name.includes(process.env.ONLY ?? ""))) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  const all = [];
  for (let i = 0; i < times; i++) {
    await page.goto(root + path);
    await page.waitForLoadState("networkidle");
    // What looks for the end is a script of 15 to 30 ms, compiled where it is first run: before the click.
    await page.waitForFunction(() => true);
    if (path === "/map") await page.waitForSelector(".orrery .wait[hidden]", { state: "attached" });
    await act(page);
    all.push(await (await page.waitForFunction(() => window.took_)).jsonValue());
  }
  medians.push(medianOf(all));
  console.log(`| ${name} | ${medianOf(all).toFixed(0)} | ${Math.max(...all).toFixed(0)} |`);
  await page.close();
}
await browser.close();
console.log(`\nmedian of the medians ${medianOf(medians).toFixed(0)} ms, most ${Math.max(...medians).toFixed(0)} ms`);
process.exitCode = medianOf(medians) > limit ? 1 : 0;
