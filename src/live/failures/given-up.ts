import { bytesText, lasting, throughProxy, type Circumstances, type Failed } from './failed';

/** What ends a request where its user does not want to wait for it. */
export const INTERRUPTED: Failed = lasting('interrupted', 'was interrupted before it answered');

/** A body over the limit, in bytes. */
export function tooLarge(bodySize: number): Failed {
  return lasting(
    'body-too-large',
    `sent a body of more than ${sizeText(bodySize)} and was cut off: is the path right, or \`--max-body\` too small?`,
  );
}

/** A phase that took longer than so many milliseconds. None may pass: TCP has asked for a slow connection several times. */
export function timedOut({ phase, received, proxy }: Circumstances, timeout: number): Failed {
  const within = `within ${timeout / 1000} s`;
  const remedy = 'or is `--timeout` too short?';
  switch (phase) {
    case 'connect':
      return lasting(
        'connect-timeout',
        throughProxy(`gave no connection ${within}: is the address wrong, ${remedy}`, proxy),
      );
    case 'headers':
      return lasting(
        'headers-timeout',
        throughProxy(`sent no headers ${within}: is it stuck, ${remedy}`, proxy),
      );
    case 'body':
      return lasting(
        'body-timeout',
        throughProxy(
          `did not end its body ${within}, after ${bytesText(received)}: is it stuck, ${remedy}`,
          proxy,
        ),
      );
  }
}

function sizeText(bytes: number): string {
  if (bytes % (1024 * 1024) === 0) return `${bytes / 1024 / 1024} MB`;
  return bytes % 1024 === 0 ? `${bytes / 1024} KB` : bytesText(bytes);
}
