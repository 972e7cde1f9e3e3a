import { lasting, passing, rightPort, TUNNEL_REFUSED, type Failed } from './failed';

/** Why there is no connection, from the code of Node's error. */
export function describeConnecting(code: string, message: string, url: URL): Failed {
  switch (code) {
    case 'ECONNREFUSED':
      return passing('refused', 'refused the connection: is the service up, and is the port right?');
    case 'ENOTFOUND':
      return lasting(
        'name-not-found',
        `has a host name that is not found: is \`${url.hostname}\` spelt right?`,
      );
    case 'EAI_AGAIN':
      return passing(
        'name-not-found',
        'has a host name that cannot be looked up: does the name server answer?',
      );
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return passing('reset', `closed the connection while it was made: ${rightPort(url)}`);
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return lasting(
        'connect-timeout',
        'gave no connection: is the address right, and does a firewall let us through?',
      );
    case 'EMFILE':
    case 'ENFILE':
      return lasting(
        'unreachable',
        'was not asked, too many files are open: lower `--concurrency`, or raise `ulimit -n`',
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
    ? 'answered 407 to CONNECT: it wants `user:password@` in its URL'
    : `answered ${status} to CONNECT: does it let requests through to this host?`;
}
