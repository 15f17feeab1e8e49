// Bundles the browser side into ../wwwroot/assets under names that never change: the server appends a content hash as a query.
import { context, build } from "esbuild";
import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.env.ORRERY_ASSETS_OUT ?? here("../wwwroot/assets");
const shared = { bundle: true, minify: true, sourcemap: false, logLevel: "warning", legalComments: "none" };
const target = ["es2023", "chrome123", "firefox125", "safari17.5"];

// Turbo puts a <style> of its own into the page as it loads, which a strict policy refuses; styles/controls.css has those rules.
const strictTurbo = {
  name: "strict-turbo",
  setup: (bundle) => bundle.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, async ({ path }) => {
    const source = await readFile(path, "utf8");
    const offence = "document.head.insertBefore(this.stylesheetElement, document.head.firstChild);";
    if (!source.includes(offence)) throw new Error("Turbo no longer adds its style as it did: look at build.mjs again.");
    return { contents: source.replace(offence, ""), loader: "js" };
  }),
};

// CodeMirror's styles come as a sheet where a document can adopt one, but only in a shadow root; a strict policy needs it everywhere.
const adoptedStyles = {
  name: "adopted-styles",
  setup: (bundle) => bundle.onLoad({ filter: /style-mod\.js$/ }, async ({ path }) => {
    const source = await readFile(path, "utf8");
    const offence = "if (!root.head && root.adoptedStyleSheets && win.CSSStyleSheet)";
    if (!source.includes(offence)) throw new Error("style-mod no longer asks for a head as it did: look at build.mjs again.");
    return { contents: source.replace(offence, "if (root.adoptedStyleSheets && win.CSSStyleSheet)"), loader: "js" };
  }),
};

const script = (entry, format) => ({
  ...shared, format, target, plugins: [strictTurbo, adoptedStyles], entryPoints: { [entry]: here(`src/${entry}.ts`) }, outdir: out,
});
const style = {
  ...shared, target, entryPoints: { app: here("styles/app.css") }, outdir: out,
  loader: { ".woff2": "file" }, assetNames: "[name]", nodePaths: [here("node_modules")],
};

if (process.argv.includes("--tests")) {
  const tests = (await readdir(here("tests"))).filter((name) => name.endsWith(".test.ts"));
  await build({
    bundle: true, platform: "node", format: "esm", logLevel: "warning", outExtension: { ".js": ".mjs" },
    entryPoints: tests.map((name) => here(`tests/${name}`)), outdir: here("artifacts"),
  });
} else {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp(here("static"), out, { recursive: true });
  // The layout of layers works beside the page, in a worker of its own.
  await cp(here("node_modules/elkjs/lib/elk-worker.min.js"), `${out}/elk-worker.js`);
  const bundles = [script("app", "esm"), script("orrery", "esm"), script("ask", "esm"), script("board", "esm"), script("graph", "esm"), script("graph-organic", "iife"), script("theme", "iife"), style];
  if (process.argv.includes("--watch"))
    for (const bundle of bundles) await (await context(bundle)).watch();
  else await Promise.all(bundles.map((bundle) => build(bundle)));
}
