// The endpoints of the formats bench: one server that answers for each of them below its number, `/17/v2.1/`. formats.mjs forks it, and
// receives the port from it. Each endpoint has two wrong documents.
import { createServer } from 'node:http';
import { documentAt, misspelt } from './documents.mjs';

const server = createServer((request, response) => {
  const [, endpoint, path] = /^\/(\d+)(\/.*)$/.exec(request.url) ?? [];
  const text = documentAt(path, `http://${request.headers.host}/${endpoint}`);
  response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
  response.end(text === undefined ? '{}' : misspelt(text));
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
