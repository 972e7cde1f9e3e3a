// A proxy on loopback that changes the responses that it forwards. It keeps the Host header, so that the service makes
// links that lead through the proxy: an unchanged response looks as if the service were at the proxy's address.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ask } from './ask.mjs';

/** The headers with the right length for the body, except for HEAD, whose length is that of the response to a GET. */
function headersFor(answer, method) {
  if (method === 'HEAD') return answer.headers;
  const length = Buffer.byteLength(answer.body);
  return answer.headers.map(([name, value]) =>
    name.toLowerCase() === 'content-length' ? [name, String(length)] : [name, value],
  );
}

/**
 * Starts a proxy in front of `target`. `tamper` gets each response, `{ status, headers, body, missing }`, and its request,
 * `{ method, path, headers }`, and returns the response to send. `missing` is the number of bytes at the end of the body
 * that are never sent.
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
