import { lasting, passing, rightPort, TUNNEL_REFUSED, type Failed } from './failed';

/** Explains why no connection was made, from the code of Node's error. */
export function describeConnecting(code: string, message: string, url: URL): Failed {
  switch (code) {
    case 'ECONNREFUSED':
      return passing('refused', 'refused the connection: is the service up, and is the port right?');
    case 'ENOTFOUND':
      return lasting('name-not-found', `has an unknown host name: is \`${url.hostname}\` spelt right?`);
    case 'EAI_AGAIN':
      return passing(
        'name-not-found',
        'has a host name that could not be looked up: does the name server respond?',
      );
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return passing('reset', `closed the connection while it was being opened: ${rightPort(url)}`);
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return lasting(
        'connect-timeout',
        'did not accept a connection: is the address right, and does a firewall block it?',
      );
    case 'EMFILE':
    case 'ENFILE':
      return lasting(
        'unreachable',
        'was not contacted because too many files are open: lower `--concurrency`, or raise `ulimit -n`',
      );
    case TUNNEL_REFUSED:
      return lasting('unreachable', tunnelRefused(message));
    default:
      return passing(
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
