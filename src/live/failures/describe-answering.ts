import { describeFraming, invalidHttp, parserMistake } from './describe-framing';
import { bytesText, closedQuestion, permanent, temporary, type Circumstances, type Failed } from './failed';
import { interimText } from './interim-text';

/** An error that came after the request was sent. */
export interface AnsweringError {
  readonly code: string;
  readonly message: string;
  /** The error as the client threw it. */
  readonly error: unknown;
}

/** Explains an error that came after the request was sent: why there is no response, or only part of one. */
export function describeAnswering(
  { code, message, error }: AnsweringError,
  circumstances: Circumstances,
): Failed {
  const { phase, interim } = circumstances;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return permanent('headers-too-large', 'sent more than 64 KB of headers: is this the right service?');
  }
  if (phase === 'body') return describeBodyError(code, message, circumstances);
  const framing = describeFraming(error, circumstances);
  if (framing !== undefined) return framing;
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return invalidHttp(
      'a `Content-Length` that is too large, or not the only length of the body: send one, or `Transfer-Encoding` alone',
    );
  }
  const isReset = code === 'ECONNRESET' || code === 'EPIPE';
  if (interim.length > 0) {
    return temporary(
      'reset',
      `${isReset ? 'reset' : 'closed'} the connection after ${interimText(interim)}, without a final response: look for the reason in its log`,
    );
  }
  const question = closedQuestion(circumstances);
  return temporary(
    'reset',
    isReset
      ? `reset the connection before it responded: ${question}`
      : `closed the connection without a response: ${question}`,
  );
}

function describeBodyError(
  code: string,
  message: string,
  { status, received, announced }: Circumstances,
): Failed {
  if (status === 204 && announced !== undefined) {
    return invalidHttp(
      `a 204 response with a \`Content-Length\` of ${announced}, although it has no body: omit the header`,
    );
  }
  const soFar = bytesText(received);
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return temporary(
      'reset',
      `reset the connection after ${soFar} of the body: look for the reason in its log`,
    );
  }
  const broken = parserMistake(message);
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
