// A proxy on loopback that changes what it forwards. It keeps the Host header, so that the service behind it makes
// links that lead through the proxy: untouched, an answer is what the service would say at the proxy's own address.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ask } from './ask.mjs';

/** The headers with a length that fits the body, except after HEAD, which says what a GET would be given. */
function headersFor(answer, method) {
  if (method === 'HEAD') return answer.headers;
  const length = Buffer.byteLength(answer.body);
  return answer.headers.map(([name, value]) =>
    name.toLowerCase() === 'content-length' ? [name, String(length)] : [name, value],
  );
}

/**
 * Starts a proxy before `target`. `tamper` gets each answer, `{ status, headers, body, missing }`, with the request that
 * it answers, `{ method, path, headers }`, and gives back the answer to send. `missing` is how many bytes of the body
 * are never sent.
 */
export async function startProxy(target, tamper) {
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    ask(target, { method, path, headers: incoming.rawHeaders })
      .then((before) => {
        const answer = tamper({ ...before, missing: 0 }, { method, path, headers });
        outgoing.sendDate = false;
        outgoing.strictContentLength = false;
        outgoing.writeHead(answer.status, [...headersFor(answer, method), ['Connection', 'close']].flat());
        if (method === 'HEAD') outgoing.end();
        else if (answer.missing === 0) outgoing.end(answer.body);
        else outgoing.write(answer.body.slice(0, -answer.missing), () => outgoing.destroy());
      })
      .catch((error) => outgoing.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
