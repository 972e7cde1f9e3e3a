import { bytesText, permanent, temporary, portQuestion, type Circumstances, type Failed } from './failed';

/** Explains an error that came after the request was sent: why there is no response, or only part of one. */
export function describeAnswering(code: string, message: string, circumstances: Circumstances): Failed {
  const { url, phase } = circumstances;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return permanent('headers-too-large', 'sent more than 64 KB of headers: is this the right service?');
  }
  if (phase === 'body') return describeBodyError(code, message, circumstances);
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return temporary('reset', `reset the connection before it responded: ${portQuestion(url)}`);
  }
  const broken = framingMistake(message);
  if (broken !== undefined) {
    return permanent('not-http', `sent a response that is not HTTP (${broken}): ${portQuestion(url)}`);
  }
  return temporary('reset', `closed the connection without a response: ${portQuestion(url)}`);
}

function describeBodyError(code: string, message: string, { received, announced }: Circumstances): Failed {
  const soFar = bytesText(received);
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return temporary(
      'reset',
      `reset the connection after ${soFar} of the body: look for the reason in its log`,
    );
  }
  const broken = framingMistake(message);
  if (broken !== undefined && announced === undefined && !broken.includes('EOF')) {
    return permanent(
      'not-http',
      `broke HTTP's framing after ${soFar} of the body (${broken}): is a proxy or load balancer in front of it?`,
    );
  }
  const expected =
    announced === undefined
      ? `after ${soFar}, before the last chunk`
      : `after ${received} of the ${bytesText(Number(announced))} that \`Content-Length\` announced`;
  return permanent('incomplete-body', `ended the body ${expected}: does a proxy on the way cut it off?`);
}

/** What is wrong with an HTTP message, from an error of `undici`; undefined for other errors. */
function framingMistake(message: string): string | undefined {
  if (message === 'bad upgrade') return 'it switches to another protocol';
  if (message === 'bad response') return 'it responds to a request that was not sent';
  return /does not match the HTTP\/1\.1 protocol \((.*)\)/.exec(message)?.[1];
}
