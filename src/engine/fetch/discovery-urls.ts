/**
 * The URLs at which the versions document of a service may be, in the order in which clients try them: as it was typed, without what
 * follows the version (the id of a project), without the version. Source: keystoneauth1/discover.py, `_get_discovery_url_choices`.
 */
export function discoveryUrls(typed: string): readonly string[] {
  const url = new URL(typed);
  const parts = url.pathname.split('/');
  const version = parts.findIndex((part) => /^v\d+(?:\.\d+)?$/i.test(part));
  const hasMore = version !== -1 && parts.slice(version + 1).some((part) => part !== '');
  const paths = [
    ...(hasMore ? [parts.slice(0, version + 1).join('/')] : []),
    // A service below a path has its root there: `/compute/`.
    `${(version === -1 ? parts : parts.slice(0, version)).join('/').replace(/\/+$/, '')}/`,
  ];
  return [...new Set([url.href, ...paths.map((path) => withPath(url, path))])];
}

function withPath(url: URL, path: string): string {
  const other = new URL(url);
  other.pathname = path;
  return other.href;
}
