import { UsageError } from '../model/usage-error';
import { shownUrl } from './secrets/shown-url';

/** A base URL that a user named. */
export interface TargetUrl {
  /** Absolute, ending in `/`; may hold user information, which requests below it then inherit. */
  readonly url: string;
  /** The same without user information. */
  readonly shown: string;
}

/** The base URL of a target; UsageError where it is none. */
export function parseTargetUrl(text: string | undefined): TargetUrl {
  // From JavaScript, an environment variable that is not set comes as undefined.
  const spelt = (text ?? '').trim();
  const url = URL.canParse(spelt) ? new URL(spelt) : undefined;
  if (url === undefined || !/^https?:\/\//i.test(spelt)) throw new UsageError(noUrl(spelt, url));
  if (url.search !== '' || spelt.includes('#')) {
    const bare = new URL(url.pathname, url.origin);
    throw new UsageError(
      `\`${shownUrl(url)}\` is a base URL, paths are added to it, so it cannot have a query or fragment: did you mean \`${bare.href}\`?`,
    );
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return { url: url.href, shown: shownUrl(url) };
}

function noUrl(spelt: string, url: URL | undefined): string {
  if (spelt === '') return 'the URL of a service is empty: write one such as `http://127.0.0.1:8774/`';
  // Before the `@` there may be a password.
  const safe = spelt.replace(/^([a-z][\w+.-]*:\/+)?.*@/i, '$1');
  if (/^https?:/i.test(spelt))
    return `\`${safe}\` is no URL: it needs a host, such as \`http://127.0.0.1:8774/\``;
  const hasScheme = /^[a-z][\w+.-]*:\/\//i.test(spelt);
  if (url !== undefined && hasScheme) {
    return `\`${safe}\` is neither http nor https: only services that speak HTTP can be checked`;
  }
  return URL.canParse(`http://${safe}`)
    ? `\`${safe}\` has no scheme: did you mean \`http://${safe}\`?`
    : `\`${safe}\` is no URL: write one such as \`http://127.0.0.1:8774/\``;
}
