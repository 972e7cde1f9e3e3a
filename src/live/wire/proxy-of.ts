import { BlockList, isIP } from 'node:net';

import { UsageError } from '../../model/usage-error';

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that the environment names for a URL; UsageError where what it names is no HTTP proxy. */
export function proxyOf(url: URL, env: Environment): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const proxy = parseProxy(name, env);
  const exceptions = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
  return proxy === undefined || isExcepted(url, exceptions) ? undefined : proxy;
}

function parseProxy(name: string, env: Environment): URL | undefined {
  const text = (env[name] ?? env[name.toUpperCase()] ?? '').trim();
  if (text === '') return undefined;
  const spelt = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(spelt) ? new URL(spelt) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  const found = url === undefined ? 'no URL' : `of the scheme \`${url.protocol}//\``;
  throw new UsageError(
    `the proxy that \`${name.toUpperCase()}\` names is ${found}: write one such as \`http://proxy.example.com:3128\`, or unset it`,
  );
}

/** As curl reads NO_PROXY: `*`, hosts with all below them, addresses and blocks of them, each with a port or without. */
function isExcepted(url: URL, exceptions: string): boolean {
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
