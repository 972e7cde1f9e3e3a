import { UsageError } from '../../model/usage-error';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL, from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; throws UsageError if it is not the URL of an
 * HTTP proxy.
 */
export function proxyOf(url: URL, env: Environment): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const proxy = parseProxy(name, env);
  if (proxy === undefined) return undefined;
  return isExcepted(url, env['no_proxy'] ?? env['NO_PROXY'] ?? '') ? undefined : proxy;
}

function parseProxy(name: string, env: Environment): URL | undefined {
  const text = (env[name] ?? env[name.toUpperCase()] ?? '').trim();
  if (text === '') return undefined;
  const absolute = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(absolute) ? new URL(absolute) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  const problem = url === undefined ? 'is not a URL' : `has the unsupported scheme \`${url.protocol}//\``;
  throw new UsageError(
    `the proxy in \`${name.toUpperCase()}\` ${problem}: write one such as \`http://proxy.example.com:3128\`, or unset it`,
  );
}

/** Node's own reading of addresses; loaded here because most runs send no requests. */
function addresses(): typeof import('node:net') {
  return require('node:net');
}

/**
 * Whether NO_PROXY lists a URL, read as curl does: `*`, hosts and their subdomains, addresses and address blocks, each
 * with or without a port.
 */
function isExcepted(url: URL, exceptions: string): boolean {
  const { isIP } = addresses();
  const host = bare(url.hostname);
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '' || entry === '*') return entry === '*';
      if (entry.includes('/')) return isInBlock(host, entry);
      const [, name = '', only = port] =
        isIP(entry) === 0 ? (/^(.+?)(?::(\d+))?$/.exec(entry) ?? []) : ['', entry];
      const domain = bare(name).replace(/^\*?\./, '');
      return only === port && (host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`)));
    });
}

function isInBlock(host: string, block: string): boolean {
  const [net = '', prefix = ''] = block.split('/');
  const { BlockList, isIP } = addresses();
  const [family, hostFamily] = [isIP(net), isIP(host)];
  if (family === 0 || family !== hostFamily || !/^\d+$/.test(prefix)) return false;
  if (Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(net, Number(prefix), type);
  return list.check(host, type);
}

/** An IPv6 address without its brackets. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
