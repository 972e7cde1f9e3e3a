// One request, sent to two services: where their answers differ when the host and the newest microversion of each are
// called the same.
import { ask } from './ask.mjs';

/** The headers that are part of the contract; others (dates, request ids, lengths) are the server's own. */
const COMPARED = ['content-type', 'openstack-api-version', 'x-openstack-nova-api-version', 'vary'];

function above(microversion) {
  const [major, minor] = microversion.split('.');
  return `${major}.${Number(minor) + 1}`;
}

/** A microversion, where it is no part of a longer number; a full stop may follow, or a third part. */
const spelt = (microversion) =>
  new RegExp(String.raw`(?<![\d.])${microversion.replace('.', String.raw`\.`)}(?!\d)`, 'g');

/** A replacer for `JSON.stringify` that puts the keys of objects in order. */
function keysInOrder(_, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A body as the JSON value that it is: the order of lists counts, that of keys and the layout do not. */
function valueOf(body) {
  try {
    return JSON.stringify(JSON.parse(body), keysInOrder);
  } catch {
    return body;
  }
}

/** What a service answers, part by part, with its own host and microversions taken out. */
async function partsOf({ url, newest }, { method, path, headers }) {
  const filled = (text) => text.replaceAll('{newest+1}', above(newest)).replaceAll('{newest}', newest);
  const neutral = (text) =>
    text
      .replaceAll(new URL(url).origin, '{url}')
      .replaceAll(spelt(above(newest)), '{newest+1}')
      .replaceAll(spelt(newest), '{newest}');
  const own = ['Host', new URL(url).host, 'Connection', 'close'];
  const sent = headers.flatMap(([name, value]) => [name, filled(value)]);
  const answer = await ask(url, { method, path: filled(path), headers: [...own, ...sent] });
  const valuesOf = (name) =>
    answer.headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => neutral(value));
  return [
    ['status', String(answer.status)],
    ...COMPARED.map((name) => [name, valuesOf(name).join(', ')]),
    ['body', valueOf(neutral(answer.body))],
  ];
}

/** Where two services, each `{ name, url, newest }`, answer a request differently; a text a difference. */
export async function differences(request, ours, theirs) {
  const [our, their] = await Promise.all([partsOf(ours, request), partsOf(theirs, request)]);
  return our.flatMap(([part, mine], at) => {
    const [, other] = their[at];
    return mine === other ? [] : [`${part}\n  ${ours.name}: ${mine}\n  ${theirs.name}: ${other}`];
  });
}
