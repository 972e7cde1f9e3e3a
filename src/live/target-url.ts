import { UsageError } from '../model/usage-error';
import { shownUrl } from './secrets/shown-url';

/** The base URL of a service. */
export interface TargetUrl {
  /** Absolute, as it was typed: no `/` is added to its path. User information in it is used for every request below it. */
  readonly url: string;
  /** The URL without user information. */
  readonly shown: string;
}

/** Parses the base URL of a target; throws UsageError if it is not a usable one. */
export function parseTargetUrl(text: string | undefined): TargetUrl {
  // JavaScript callers may pass an environment variable that is not set, so undefined.
  const trimmed = (text ?? '').trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url === undefined || !/^https?:\/\//i.test(trimmed)) throw new UsageError(badUrlMessage(trimmed, url));
  if (url.search !== '' || trimmed.includes('#')) {
    const bare = new URL(url.pathname, url.origin);
    throw new UsageError(
      `\`${shownUrl(url)}\` must not have a query or fragment, because paths are appended to it: did you mean \`${bare.href}\`?`,
    );
  }
  return { url: url.href, shown: shownUrl(url) };
}

function badUrlMessage(trimmed: string, url: URL | undefined): string {
  if (trimmed === '') return 'the URL of the service is empty: write one such as `http://127.0.0.1:8774/`';
  // The part before `@` may contain a password.
  const safe = trimmed.replace(/^([a-z][\w+.-]*:\/+)?.*@/i, '$1');
  if (/^https?:/i.test(trimmed))
    return `\`${safe}\` is not a valid URL: check the host and the port, as in \`http://127.0.0.1:8774/\``;
  const hasScheme = /^[a-z][\w+.-]*:\/\//i.test(trimmed);
  if (url !== undefined && hasScheme) {
    return `\`${safe}\` is not an HTTP URL: write one that starts with \`http://\` or \`https://\``;
  }
  return URL.canParse(`http://${safe}`)
    ? `\`${safe}\` has no scheme: did you mean \`http://${safe}\`?`
    : `\`${safe}\` is not a URL: write one such as \`http://127.0.0.1:8774/\``;
}
