// A small server for looking at the browser side alone, under the same policy as the real one.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { company, orreryAt } from "./sample.mjs";

const policy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" };
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const companies = new Map();

async function answer(request) {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname === "/w/dev/orrery.json") {
    const size = Number(url.searchParams.get("size") ?? 600);
    if (!companies.has(size)) companies.set(size, company(size));
    return [JSON.stringify(orreryAt(companies.get(size), url.searchParams.get("at"))), "application/json"];
  }
  const path = normalize(url.pathname);
  if (path.startsWith("/assets/")) return [await readFile(here(`../../wwwroot${path}`)), types[extname(path)]];
  const name = path === "/" ? "/orrery-dev.html" : path.startsWith("/w/dev/e/") ? "/pages-dev.html" : path;
  const page = await readFile(here(`.${name}`), "utf8");
  return [page.replaceAll("{size}", url.searchParams.get("size") ?? "600"), types[".html"]];
}

export function serve(port) {
  const server = createServer((request, response) => {
    answer(request).then(
      ([body, type]) => response.writeHead(200, { "Content-Type": type ?? "text/plain", "Content-Security-Policy": policy }).end(body),
      (problem) => response.writeHead(404).end(String(problem.message)),
    );
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.PORT ?? 5190);
  await serve(port);
  console.log(`http://127.0.0.1:${port}/?size=600  (or 1500, 5000), and /pages-dev.html`);
}
