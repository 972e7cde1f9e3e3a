import { bytesText, lasting, passing, rightPort, type Circumstances, type Failed } from './failed';

/** Why there is no answer, or no whole one, from an error after the request was sent. */
export function describeAnswering(code: string, message: string, circumstances: Circumstances): Failed {
  const { url, phase } = circumstances;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return lasting('headers-too-large', 'sent more than 64 KB of headers: is this the right service?');
  }
  if (phase === 'body') return describeBody(code, message, circumstances);
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return passing('reset', `reset the connection before it answered: ${rightPort(url)}`);
  }
  const broken = framingMistake(message);
  if (broken !== undefined) {
    return lasting('not-http', `answered with something that is not HTTP (${broken}): ${rightPort(url)}`);
  }
  return passing('reset', `closed the connection without an answer: ${rightPort(url)}`);
}

function describeBody(code: string, message: string, { received, announced }: Circumstances): Failed {
  const soFar = bytesText(received);
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return passing('reset', `reset the connection after ${soFar} of the body: its log may say why`);
  }
  const broken = framingMistake(message);
  if (broken !== undefined && announced === undefined && !broken.includes('EOF')) {
    return lasting(
      'not-http',
      `broke HTTP's framing after ${soFar} of the body (${broken}): what stands before it?`,
    );
  }
  const expected =
    announced === undefined
      ? `after ${soFar}, before its last chunk`
      : `after ${received} of the ${bytesText(Number(announced))} that \`Content-Length\` announced`;
  return lasting('incomplete-body', `ended its body ${expected}: does something on the way cut it off?`);
}

/** What `undici` says that is wrong with an HTTP message; undefined where an error is of another kind. */
function framingMistake(message: string): string | undefined {
  if (message === 'bad upgrade') return 'it changes to another protocol';
  if (message === 'bad response') return 'it answers what was not asked';
  return /does not match the HTTP\/1\.1 protocol \((.*)\)/.exec(message)?.[1];
}
