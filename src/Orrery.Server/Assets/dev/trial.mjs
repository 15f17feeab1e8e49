// The trial of the map (docs/decisions/0010): three tasks, each with the disc, the threads and a table, walked by a script that counts what a person would do and look at.
// usage: node dev/trial.mjs ADDRESS-OF-A-WORKSPACE. What is true comes from the data of the map and of two moments of it.
import { chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
const root = process.argv[2].replace(/\/$/, "");
const commitment = process.env.TRIAL_COMMITMENT ?? "bet:mobile-workflow-updates";
const [before, after] = [process.env.TRIAL_BEFORE ?? weeksAgo(50), process.env.TRIAL_AFTER ?? weeksAgo(40)];
const soon = 30;
const members = "MATCH (p:Person)-[:MEMBER]->(t:Team) RETURN t AS team, p AS person ORDER BY t.title, p.title";

// Keystroke-level model (Card, Moran, Newell 1980): seconds for thinking before a deed, pointing, pressing a button or key; and a glance at one thing.
const model = { think: 1.35, point: 1.1, press: 0.2, glance: 0.25 };

/** What somebody does on the way to an answer. */
class Way {
  thinks = 0;
  points = 0;
  presses = 0;
  constructor(page) {
    this.page = page;
  }
  async click(locator) {
    this.thinks++, this.points++, this.presses++;
    await locator.click();
  }
  async choose(locator, value) {
    this.thinks++, (this.points += 2), (this.presses += 2);
    await locator.selectOption(value);
  }
  async type(locator, text) {
    this.thinks++, this.points++, (this.presses += text.length + 1);
    await locator.fill(text);
  }
  async keys(...keys) {
    this.thinks++, (this.presses += keys.length);
    for (const key of keys) await this.page.keyboard.press(key);
  }
  get steps() {
    return this.thinks;
  }
  seconds(glances) {
    return this.thinks * model.think + this.points * model.point + this.presses * model.press + glances * model.glance;
  }
}

// What a canvas says is read where it is written.
function listen() {
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    this.canvas.said_ = [];
    return clearRect.apply(this, box);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    (this.canvas.said_ ??= []).push(text);
    return fillText.call(this, text, ...place);
  };
}

/** Which of these titles can be read now, without scrolling or pointing. */
const readable = (page, titles) => page.evaluate((titles) => {
  const free = document.querySelector("footer.when")?.getBoundingClientRect().top ?? innerHeight;
  const seen = [...document.querySelectorAll("main a, main td, main th, main li, #peek a, #peek-panel a")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.top >= 0 && box.bottom <= free && one.checkVisibility();
  }).map((one) => one.textContent.trim());
  const drawn = document.querySelector(".over-layer")?.said_ ?? [];
  return titles.filter((title) => seen.some((text) => text.includes(title)) || drawn.some((text) => text === title || (text.endsWith("…") && title.startsWith(text.slice(0, -1).trim()))));
}, titles);

const rows = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

async function settle(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 700))));
}

const toDisc = async (page) => {
  await page.goto(`${root}/map`);
  await page.waitForSelector(".orrery .wait[hidden]", { state: "attached" });
};
const shown = async (page) => Number(/^[\d,]+/.exec(await page.locator(".filter-count").textContent())?.[0].replace(",", "") ?? 0);
const toTable = (page, question, more = "") => page.goto(`${root}/view?shape=table&q=${encodeURIComponent(question)}${more}`);

// Each answers with how many things somebody has to look at. A question for the table is taken as saved: one click in the list of views.
const tasks = {
  "what is stale under a commitment": {
    truth: async () => {
      const { bodies, thread } = await map(`?thread=${commitment}`);
      return bodies.filter((body, i) => thread[i] !== "0" && body.category === "context" && body.freshness !== null && body.freshness < 0.25).map((body) => body.title);
    },
    disc: async (page, way) => {
      await toDisc(page);
      await way.type(page.getByRole("searchbox", { name: "With the words" }), "mobile workflow");
      await way.click(page.getByRole("button", { name: "Only Intent" }));
      await page.locator(".over-layer").focus();
      await way.keys("ArrowUp", "f");
      await page.locator(".filters button.on").waitFor();
      await way.click(page.getByRole("button", { name: "Show everything", exact: true }));
      await way.click(page.getByRole("button", { name: "Only Context" }));
      await settle(page);
      return shown(page);
    },
    threads: async (page, way) => {
      await page.goto(`${root}/threads`);
      way.thinks++; // finding the row that the commitment lies in
      return (await rows(page, ".thread-item")) + (await rows(page, ".thread-strips em"));
    },
    table: async (page, way) => {
      way.thinks++, way.points++, way.presses++;
      await toTable(page, `MATCH (b:Bet) WHERE b.title = 'Mobile workflow updates' MATCH (b)-[:CONTRIBUTES_TO|PART_OF|REALISES*0..6]-(i:Intent)--(c:Context) WHERE practice.freshnessBand(c) = 'stale' RETURN DISTINCT c AS premise, round(practice.freshness(c), 2) AS left ORDER BY left`);
      await settle(page);
      return rows(page, "main tbody tr");
    },
  },
  "what a reorganisation did": {
    truth: async () => {
      const of = async (day) => (await (await fetch(`${root}/ask.json?at=${day}&q=${encodeURIComponent(members)}`)).json()).rows.map(([team, person]) => `${team.title}|${person.title}`);
      const [then, now] = [await of(before), await of(after)];
      const changed = [...then.filter((one) => !now.includes(one)), ...now.filter((one) => !then.includes(one))];
      const gone = (teams, others) => [...new Set(teams.map((one) => one.split("|")[0]))].filter((team) => !others.some((one) => one.startsWith(`${team}|`)));
      return [...gone(then, now), ...gone(now, then), ...changed.map((one) => one.split("|")[1])];
    },
    disc: async (page, way) => {
      await toDisc(page);
      await way.click(page.getByRole("link", { name: "With people" }));
      await page.waitForURL(/people=1/);
      for (const [day, isPinned] of [[before, true], [after, false]]) {
        await way.type(page.getByLabel("As of"), day);
        await page.waitForURL((url) => url.searchParams.get("at") === day);
        await settle(page);
        if (isPinned) await page.locator(".over-layer").focus();
        if (isPinned) await way.keys("p");
      }
      await way.click(page.getByRole("button", { name: "Only Collaboration" }));
      await settle(page);
      return rows(page, "#peek-panel li.rel");
    },
    threads: async (page, way) => {
      await page.goto(`${root}/threads?at=${after}`);
      way.thinks++, way.points++, (way.presses += 9); // travelling there
      await way.choose(page.getByLabel("Rows"), "team");
      await settle(page);
      await way.type(page.getByLabel("Compared with"), before);
      await way.click(page.getByRole("button", { name: "Show", exact: true }));
      await settle(page);
      return rows(page, "main tbody th, [data-change]");
    },
    table: async (page, way) => {
      way.thinks++, way.points++, way.presses++;
      await toTable(page, members, `&at=${after}&against=${before}`);
      way.thinks++, (way.points += 4), (way.presses += 22); // choosing both days
      await settle(page);
      return rows(page, "main tbody tr");
    },
  },
  "what comes due": {
    truth: async () => {
      const { bodies } = await map("");
      return bodies.filter((body) => (body.category === "intent" || body.category === "investment") && /^due in/.test(body.note ?? "") && body.distanceDays <= soon).map((body) => body.title);
    },
    disc: async (page, way) => {
      await toDisc(page);
      await way.click(page.getByRole("button", { name: "Only Intent" }));
      await way.click(page.getByRole("button", { name: "Only Investment" }));
      await settle(page);
      const { bodies } = await map("");
      return bodies.filter((body) => (body.category === "intent" || body.category === "investment") && body.distanceDays <= soon).length;
    },
    threads: async (page) => {
      await page.goto(`${root}/threads`);
      await settle(page);
      return rows(page, "td:is([data-label=overdue], [data-label=hours], [data-label=days], [data-label=weeks]) .thread-item");
    },
    table: async (page, way) => {
      way.thinks++, way.points++, way.presses++;
      await toTable(page, `MATCH (x) WHERE x:Intent OR x:Investment WITH x, coalesce(x.due, x.due_on, x.by_when, x.gate_on, x.pivot_on) AS due WHERE due >= date() AND due <= date() + duration({days: ${soon}}) RETURN x AS what, due ORDER BY due`);
      await settle(page);
      return rows(page, "main tbody tr");
    },
  },
};

async function map(query) {
  return (await fetch(`${root}/orrery.json${query}`)).json();
}

function weeksAgo(weeks) {
  return new Date(Date.now() - weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
console.log("| task | with | steps | by the model, s | looked at | read without pointing | of |\n|---|---|---|---|---|---|---|");
for (const [task, { truth, ...walks }] of Object.entries(tasks)) {
  const titles = [...new Set(await truth())];
  for (const [name, walk] of Object.entries(walks)) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(listen);
    const way = new Way(page);
    const looked = await walk(page, way);
    await settle(page);
    const read = await readable(page, titles);
    way.points += titles.length - read.length; // what is not named is pointed at or scrolled to
    console.log(`| ${task} | ${name} | ${way.steps} | ${way.seconds(looked).toFixed(0)} | ${looked} | ${read.length} | ${titles.length} |`);
    if (process.env.TRIAL_SHOTS) await page.screenshot({ path: `${process.env.TRIAL_SHOTS}/${task.replaceAll(" ", "-")}-${name}.png` });
    if (process.env.TRIAL_TELL) console.error("  missing:", titles.filter((title) => !read.includes(title)));
    await page.close();
  }
}
await browser.close();
