// Made-up companies of any size for looking at and timing the orrery. The same seed gives the same company, at any date.
const day = 86_400_000;
const present = Date.UTC(2026, 10, 22);
const first = Date.UTC(2019, 0, 1);

function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const words = {
  context: { kinds: [["insight", "Insight"], ["metric", "Metric"], ["segment", "Customer group"], ["rule", "Regulation"]], share: 0.4, names: ["Mobile share of claims", "Long-tenure segment", "Phone wait", "Storm frequency", "Fraud signals", "Renewal rate", "Complaint ratio", "Broker trust", "Hail losses", "App rating", "Call reasons", "Price sensitivity"] },
  intent: { kinds: [["goal", "Goal"], ["bet", "Bet"], ["work", "Piece of work"]], share: 0.3, names: ["Settle in a week", "Triage rules", "Mobile workflow", "Keep long-tenure policyholders", "Price within a day", "Answer desk", "Autofill policy number", "Roof survey from the air", "Merge two phone queues", "Callback slots", "Insurable in 2050"] },
  collaboration: { kinds: [["team", "Team"], ["community", "Community"], ["forum", "Working group"]], share: 0.17, names: ["Claims", "Mobile", "Data science", "Pricing", "Contact center", "Platform", "Underwriting", "Legal", "Design guild", "Broker desk"] },
  investment: { kinds: [["budget", "Budget"], ["tranche", "Tranche"]], share: 0.13, names: ["Claims budget", "Workflow tranche", "Reinsurance study", "Training fund", "Survey contract", "Data platform licence"] },
};
const said = { context: ["rests on", "moves"], intent: ["serves", "is a bet for"], collaboration: ["works on", "helps"], investment: ["funds", "is released for"] };
const groups = ["claims", "pricing", "contact", "climate", "platform", "brokers", "people"];
const centres = { context: 4.6, intent: 5.2, collaboration: 4.2, investment: 5.6 };

export function company(size, seed = 7) {
  const random = randomFrom(seed);
  const things = [];
  for (const [category, { kinds, share, names }] of Object.entries(words))
    for (let i = 0; i < Math.round(size * share); i++) {
      const [kind, kindLabel] = kinds[Math.floor(random() * random() * kinds.length)];
      const spread = random() + random() + random() - 1.5;
      const days = Math.exp(centres[category] + spread * 3.4);
      const seen = first + random() ** 1.6 * (present - first - 40 * day);
      things.push({
        id: `${category}-${i}`, category, kind, kindLabel, order: things.length, group: random() < 0.85 ? groups[Math.floor(random() ** 1.3 * groups.length)] : null,
        title: `${names[Math.floor(random() * names.length)]}${i < names.length ? "" : ` ${2 + Math.floor(random() * 60)}`}`, seen,
        ends: random() < 0.16 ? seen + random() * 900 * day : Infinity,
        anchor: category === "intent" || category === "investment" ? seen + days * 1.6 * day : present - days * day, period: 20 + random() * 700,
        isDated: random() < 0.95, assertion: random() < 0.7 ? "declared" : random() < 0.6 ? "inferred" : "validated",
        size: random() < 0.4 ? random() ** 4 : null,
      });
    }
  const axis = [];
  const pairs = [["context", "intent"], ["intent", "collaboration"], ["collaboration", "investment"], ["investment", "context"]];
  for (let i = 0; i < Math.min(Math.round(size * 0.03), 60); i++)
    axis.push({ id: `ritual-${i}`, category: "practice", kind: i % 3 ? "ritual" : "decision", kindLabel: i % 3 ? "Ritual" : "Decision", order: i, group: null, title: `${["Monthly claims flow review", "Quarterly planning", "Weekly triage", "Which region first"][i % 4]} ${i > 3 ? i : ""}`.trim(), seen: first + random() * (present - first - 99 * day), ends: Infinity, anchor: present - random() ** 3 * 400 * day, period: 7 + random() * 90, isDated: true, assertion: "declared", size: null, between: pairs[i % 4] });
  const relations = [];
  for (const thing of things) {
    const count = Math.floor(random() ** 2.2 * 5) + (thing.size !== null && thing.size > 0.2 ? 5 : 1);
    for (let k = 0; k < count; k++) {
      const other = things[Math.floor(random() ** 1.4 * things.length)];
      if (other !== thing) relations.push([thing.id, other.id, "r", said[thing.category][k % 2], `has ${other.kindLabel.toLowerCase()}`]);
    }
  }
  for (const ritual of axis) for (let k = 0; k < 4; k++) relations.push([ritual.id, things[Math.floor(random() * things.length)].id, "tends", "tends", "tended by"]);
  return { things, axis, relations };
}

function bodyAt({ seen, ends, anchor, period, isDated, ...thing }, time) {
  const isAhead = thing.category === "intent" || thing.category === "investment";
  const tended = anchor - Math.ceil((anchor - time) / (period * day)) * period * day;
  const distance = !isDated ? null : isAhead ? Math.abs(anchor - time) / day : Math.max(0.1, (anchor > time ? time - tended : time - anchor) / day);
  const freshness = isAhead ? (thing.order % 7 === 0 ? 0.4 : 0.9) : distance === null ? null : Math.max(0, 1 - distance / 500);
  const note = distance === null ? "no date yet" : isAhead ? (anchor > time ? `due in ${say(distance)}` : `due ${say(distance)} ago`) : `looked at ${say(distance)} ago`;
  return { ...thing, href: `/w/dev/e/${thing.id}`, distanceDays: distance, freshness, note };
}

function say(days) {
  return days < 14 ? `${Math.round(days)} days` : days < 90 ? `${Math.round(days / 7)} weeks` : days < 700 ? `${Math.round(days / 30)} months` : `${Math.round(days / 365)} years`;
}

export function orreryAt(made, at) {
  const time = at ? Date.parse(at) : present;
  const lives = (thing) => thing.seen <= time && thing.ends > time;
  const bodies = made.things.filter(lives).map((thing) => bodyAt(thing, time));
  const axis = made.axis.filter(lives).map((thing) => bodyAt(thing, time));
  const index = new Map([...bodies, ...axis].map((body, i) => [body.id, i]));
  const relations = made.relations.filter(([a, b]) => index.has(a) && index.has(b)).map(([a, b, ...rest]) => [index.get(a), index.get(b), ...rest]);
  const sectors = Object.keys(words).map((category) => ({ category, label: category[0].toUpperCase() + category.slice(1), count: bodies.filter((body) => body.category === category).length }));
  const buckets = new Array(250).fill(0);
  for (const thing of made.things) buckets[Math.floor(((thing.seen - first) / (present - first)) * 249.9)] += 1 + (thing.order % 5);
  return {
    v: 1, workspace: "dev", revision: 48211, at: new Date(time).toISOString(), now: new Date(present).toISOString(),
    orbits: ["hours", "days", "weeks", "months", "quarters", "years", "decades"], sectors, axisLabel: "Rituals and decisions", bodies, axis, relations,
    density: { from: new Date(first).toISOString().slice(0, 10), to: new Date(present).toISOString().slice(0, 10), buckets }, pins: [], holders: [],
  };
}
