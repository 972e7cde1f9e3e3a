// The endpoints of the formats bench: one server that answers for each of them below its number, `/17/v2.1/`. formats.mjs forks it, and
// receives the port from it. Each endpoint has two wrong documents.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const sample = (name) =>
  readFileSync(new URL(`../../api_samples/versions/${name}-resp.json`, import.meta.url), 'utf8');
const documents = {
  '/': sample('versions-get'),
  '/v2/': sample('v2-version-get'),
  '/v2.1/': sample('v21-version-get'),
};

const server = createServer((request, response) => {
  const [, endpoint, path] = /^\/(\d+)(\/.*)$/.exec(request.url) ?? [];
  const text = documents[path];
  response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
  const home = `http://${request.headers.host}/${endpoint}`;
  response.end(
    text
      ?.replaceAll('http://openstack.example.com', home)
      .replaceAll('"status": "SUPPORTED"', '"status": "SUPORTED"') ?? '{}',
  );
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
