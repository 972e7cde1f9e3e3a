import { bytesText, permanent, throughProxy, type Circumstances, type Failed } from './failed';
import { interimText } from './interim-text';

/** The failure of a request that the user interrupted. */
export const INTERRUPTED: Failed = permanent('interrupted', 'was interrupted before it responded');

/** The failure of a request whose body is larger than `bodySize` bytes. */
export function tooLarge(bodySize: number): Failed {
  return permanent(
    'body-too-large',
    `sent a body of more than ${sizeText(bodySize)} and was cut off: is the path wrong, or is \`--max-body\` too small?`,
  );
}

/**
 * The failure of a phase that took longer than `timeout` milliseconds. It is permanent even while connecting: TCP has
 * already tried several times by then.
 */
export function timedOut({ phase, received, proxy, interim }: Circumstances, timeout: number): Failed {
  const within = `within ${timeout / 1000} s`;
  const remedy = 'or is `--timeout` too short?';
  switch (phase) {
    case 'connect':
      return permanent(
        'connect-timeout',
        throughProxy(`did not accept a connection ${within}: is the address wrong, ${remedy}`, proxy),
      );
    case 'headers':
      return permanent(
        'headers-timeout',
        throughProxy(
          interim.length === 0
            ? `sent no headers ${within}: is it stuck, ${remedy}`
            : `sent only ${interimText(interim)} and no final response ${within}: is it stuck, ${remedy}`,
          proxy,
        ),
      );
    case 'body':
      return permanent(
        'body-timeout',
        throughProxy(
          `did not finish the body ${within}, ${bytesText(received)} received: is it stuck, ${remedy}`,
          proxy,
        ),
      );
  }
}

function sizeText(bytes: number): string {
  if (bytes % (1024 * 1024) === 0) return `${bytes / 1024 / 1024} MB`;
  return bytes % 1024 === 0 ? `${bytes / 1024} KB` : bytesText(bytes);
}
