import {
  closedQuestion,
  permanent,
  temporary,
  TUNNEL_REFUSED,
  type Circumstances,
  type Failed,
} from './failed';

/** Explains why no connection was made, from the code of Node's error. */
export function describeConnecting(code: string, message: string, circumstances: Circumstances): Failed {
  const { url } = circumstances;
  switch (code) {
    case 'ECONNREFUSED':
      return temporary('refused', 'refused the connection: is the service up, and is the port right?');
    case 'ENOTFOUND':
      return permanent('name-not-found', `has an unknown host name: is \`${url.hostname}\` spelt right?`);
    case 'EAI_AGAIN':
      return temporary(
        'name-not-found',
        'has a host name that could not be looked up: does the name server respond?',
      );
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return temporary(
        'reset',
        `closed the connection while it was being opened: ${closedQuestion(circumstances)}`,
      );
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return permanent(
        'connect-timeout',
        'did not accept a connection: is the address right, and does a firewall block it?',
      );
    case 'EMFILE':
    case 'ENFILE':
      return permanent(
        'unreachable',
        'was not contacted because too many files are open: lower `--concurrency`, or raise `ulimit -n`',
      );
    case TUNNEL_REFUSED:
      return permanent('unreachable', tunnelRefused(message));
    default:
      return temporary(
        'unreachable',
        `cannot be reached (${code || message}): is there a route to it, or a proxy?`,
      );
  }
}

function tunnelRefused(status: string): string {
  return status === '407'
    ? 'responded with 407 to CONNECT: add `user:password@` to its URL'
    : `responded with ${status} to CONNECT: does it allow connections to this host?`;
}
