// The services of the fleet bench, each on its own port: `node bench/services/fleet-server.mjs COUNT`. fleet.mjs forks it, and receives the base
// URLs from it.
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { documentAt, misspelt } from './documents.mjs';
import { KINDS, kindOf } from './fleet-kinds.mjs';

const count = Number(process.argv[2]);

function bodyOf(kind, text) {
  if (kind === 'html') return '<!DOCTYPE html><title>It works!</title>';
  if (kind === 'stale') return text.replaceAll(/"version": "2\.\d+"/g, '"version": "2.40"');
  if (kind === 'misspelt') return misspelt(text);
  return kind === 'cut off' ? text.slice(0, -20) : text;
}

function answer(kind, request, response) {
  const text = documentAt(request.url, `http://${request.headers.host}`);
  const type = kind === 'html' ? 'text/html' : 'application/json';
  response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type });
  response.end(text === undefined ? '{}' : bodyOf(kind, text));
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
