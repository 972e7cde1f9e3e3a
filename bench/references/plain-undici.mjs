// The reference for the fleet bench: `node bench/references/plain-undici.mjs URLS.json CONCURRENCY` fetches and parses the three documents of
// each service in a plain loop of undici requests, with as many services in parallel.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';

const [, , file, concurrency] = process.argv;
const urls = JSON.parse(readFileSync(file, 'utf8')).values();
const dispatcher = new Agent({ headersTimeout: 1000, connect: { timeout: 1000 } });

async function get(url) {
  const { body } = await request(url, { dispatcher });
  return JSON.parse(await body.text());
}

async function work() {
  for (const url of urls) {
    await Promise.allSettled(['', 'v2/', 'v2.1/'].map((path) => get(url + path)));
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, work));
await dispatcher.destroy();
