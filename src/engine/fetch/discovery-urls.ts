import { withSlash } from '../../model/live/target';

/**
 * The URLs at which the versions document of a service may be, in the order in which clients try them: as it was typed, without what
 * follows the version (the id of a project), without the version. Source: keystoneauth1/discover.py, `_get_discovery_url_choices`.
 */
export function discoveryUrls(typed: string): readonly string[] {
  const { version, root, hasMore } = splitAtVersion(typed);
  return [...new Set([new URL(typed).href, ...(version === undefined || !hasMore ? [] : [version]), root])];
}

/**
 * The URLs at which a service may state the microversions of a resource: its list of versions, then the document of the version that the
 * URL names, without and with a slash. If it names none, the list is at the base URL of the service.
 */
export function versionsUrlsAbove(resource: string, base: string): readonly string[] {
  const { version, root } = splitAtVersion(resource);
  return version === undefined ? [withSlash(base)] : [root, version, withSlash(version)];
}

/** The parts of a URL that names a version. */
interface AtVersion {
  /** Up to the version, without a slash; undefined if it names none. */
  readonly version?: string;
  /** Up to the version, without it; the whole URL if it names none. It ends with a slash: a service below a path has its root there, `/compute/`. */
  readonly root: string;
  /** Whether more follows the version. */
  readonly hasMore: boolean;
}

function splitAtVersion(text: string): AtVersion {
  const url = new URL(text);
  const parts = url.pathname.split('/');
  const at = parts.findIndex((part) => /^v\d+(?:\.\d+)?$/i.test(part));
  const root = withPath(url, `${(at === -1 ? parts : parts.slice(0, at)).join('/').replace(/\/+$/, '')}/`);
  if (at === -1) return { root, hasMore: false };
  return {
    version: withPath(url, parts.slice(0, at + 1).join('/')),
    root,
    hasMore: parts.slice(at + 1).some((part) => part !== ''),
  };
}

function withPath(url: URL, path: string): string {
  const other = new URL(url);
  other.pathname = path;
  other.search = '';
  return other.href;
}
