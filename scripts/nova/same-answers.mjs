// Sends one request to two services and compares the responses, after the host and the newest microversion of each were
// replaced by placeholders.
import { ask } from './ask.mjs';

/** The headers that are part of the contract. Others, such as dates, request ids and lengths, may differ. */
const COMPARED = ['content-type', 'openstack-api-version', 'x-openstack-nova-api-version', 'vary'];

function above(microversion) {
  const [major, minor] = microversion.split('.');
  return `${major}.${Number(minor) + 1}`;
}

/** Matches a microversion that is not part of a longer number. A full stop or a third part may follow. */
const matching = (microversion) =>
  new RegExp(String.raw`(?<![\d.])${microversion.replace('.', String.raw`\.`)}(?!\d)`, 'g');

/** A replacer for `JSON.stringify` that sorts the properties of objects. */
function sortProperties(_, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A body in a form to compare: the order of array items counts, the order of properties and the layout do not. */
function valueOf(body) {
  try {
    return JSON.stringify(JSON.parse(body), sortProperties);
  } catch {
    return body;
  }
}

/** The parts of a service's response, with placeholders for its host and microversions. */
async function partsOf({ url, newest }, { method, path, headers }) {
  const filled = (text) => text.replaceAll('{newest+1}', above(newest)).replaceAll('{newest}', newest);
  const neutral = (text) =>
    text
      .replaceAll(new URL(url).origin, '{url}')
      .replaceAll(matching(above(newest)), '{newest+1}')
      .replaceAll(matching(newest), '{newest}');
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

/** The differences between the responses of two services, each `{ name, url, newest }`, to a request; one text each. */
export async function differences(request, ours, theirs) {
  const [our, their] = await Promise.all([partsOf(ours, request), partsOf(theirs, request)]);
  return our.flatMap(([part, mine], at) => {
    const [, other] = their[at];
    return mine === other ? [] : [`${part}\n  ${ours.name}: ${mine}\n  ${theirs.name}: ${other}`];
  });
}
