// The services of the fleet bench, each on its own port: `node bench/services/fleet-server.mjs COUNT`. fleet.mjs forks it, and receives the base
// URLs from it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { KINDS, kindOf } from './fleet-kinds.mjs';

const count = Number(process.argv[2]);
const sample = (name) =>
  readFileSync(new URL(`../../api_samples/versions/${name}-resp.json`, import.meta.url), 'utf8');
const documents = {
  '/': sample('versions-get'),
  '/v2/': sample('v2-version-get'),
  '/v2.1/': sample('v21-version-get'),
};

function bodyOf(kind, path, host) {
  if (kind === 'html') return '<!DOCTYPE html><title>It works!</title>';
  const text = documents[path].replaceAll('http://openstack.example.com', `http://${host}`);
  if (kind === 'stale') return text.replaceAll(/"version": "2\.\d+"/g, '"version": "2.40"');
  if (kind === 'misspelt') return text.replaceAll('"status": "SUPPORTED"', '"status": "SUPORTED"');
  return kind === 'cut off' ? text.slice(0, -20) : text;
}

function answer(kind, request, response) {
  const body = request.url in documents ? bodyOf(kind, request.url, request.headers.host) : undefined;
  const type = kind === 'html' ? 'text/html' : 'application/json';
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body ?? '{}');
}

function serverOf(kind) {
  if (kind === 'not HTTP')
    return createTcpServer((socket) => socket.on('error', () => {}).end('220 ready\r\n'));
  return createServer((request, response) => {
    if (kind !== 'hung') setTimeout(answer, KINDS[kind].delay ?? 0, kind, request, response);
  });
}

async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 1024, resolve));
  return server.address().port;
}

const urls = [];
for (let index = 0; index < count; index += 1) {
  const kind = kindOf(index);
  // Another program may open a port that was closed. On these addresses nothing listens.
  const dead = `127.1.${index >> 8}.${index & 255}:9`;
  urls.push(`http://${kind === 'refused' ? dead : `127.0.0.1:${await listen(serverOf(kind))}`}/`);
}
process.send(urls);
process.on('disconnect', () => process.exit());
