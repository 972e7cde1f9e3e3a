import { once } from 'node:events';
import { request as sendRequest } from 'node:http';

/** Only ends what hangs: on a busy machine, an answer may take many seconds. */
const LONGEST_ANSWER_MS = 120_000;

/**
 * Sends one request on a new connection, because uwsgi closes connections without announcing it. `headers` is a flat array
 * of names and values, sent unchanged. The headers of the response are pairs, in the order received; its body is text.
 */
export async function ask(base, { method, path, headers }) {
  const outgoing = sendRequest(new URL(base).origin, {
    method,
    path,
    headers,
    agent: false,
    signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
  });
  outgoing.end();
  const [answer] = await once(outgoing, 'response');
  const { rawHeaders } = answer;
  return {
    status: answer.statusCode,
    headers: Array.from({ length: rawHeaders.length / 2 }, (_, at) => [
      rawHeaders[2 * at],
      rawHeaders[2 * at + 1],
    ]),
    body: Buffer.concat(await answer.toArray()).toString(),
  };
}

/** The newest microversion that a Compute API offers. */
export async function newestOf(base) {
  const { host } = new URL(base);
  const { body } = await ask(base, {
    method: 'GET',
    path: '/',
    headers: ['Host', host, 'Connection', 'close'],
  });
  return JSON.parse(body).versions.find(({ status }) => status === 'CURRENT').version;
}
