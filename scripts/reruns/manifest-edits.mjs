// Changes of a manifest, as people make them by hand. Each gives the new manifest, or undefined where this one has nothing to change.
import { parse } from 'yaml';

/** Of more contracts, only the first ones and the last are changed: they are alike. */
const FIRST_CONTRACTS = 2;

const without = (object, name) =>
  Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));

const written = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

const listOf = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Each changes one contract; `others` are the names of the others. */
const OF_CONTRACT = {
  'no samples': (contract) => without(contract, 'samples'),
  'samples of everything': (contract) => ({ ...contract, samples: '**/*.json' }),
  'a sample less': ({ samples, ...rest }) =>
    listOf(samples).length < 2 ? undefined : { ...rest, samples: listOf(samples).slice(1) },
  'a sample that is not there': ({ samples, ...rest }) => ({
    ...rest,
    samples: [...listOf(samples), 'gone/*.json'],
  }),
  'samples that are wrong on purpose': ({ samples, ...rest }) =>
    typeof samples === 'string' ? { ...rest, samples: { path: samples, expect: 'invalid' } } : undefined,
  'the schema of another contract': (contract, others, contracts) => {
    const other = others.find((name) => contracts[name].schema !== undefined);
    return contract.schema === undefined || other === undefined
      ? undefined
      : { ...contract, schema: contracts[other].schema };
  },
  'a schema that is not there': (contract) =>
    contract.schema === undefined ? undefined : { ...contract, schema: 'gone.json' },
  'two ranges': ({ schema, ...rest }) =>
    typeof schema === 'string'
      ? {
          ...rest,
          ranges: [
            { max_version: '2.8', schema },
            { min_version: '2.9', schema },
          ],
        }
      : undefined,
  'a range that ends': ({ ranges, ...rest }) =>
    ranges === undefined
      ? undefined
      : {
          ...rest,
          ranges: ranges.map((range, index) =>
            index === ranges.length - 1 ? { ...range, max_version: '2.99' } : range,
          ),
        },
  'a range less': ({ ranges, ...rest }) =>
    ranges === undefined || ranges.length < 2 ? undefined : { ...rest, ranges: ranges.slice(1) },
  'from a later version': (contract) => ({ ...contract, min_version: '2.3' }),
  'a live request': (contract) => ({ ...contract, live: { request: 'GET /added' } }),
  'no laws': (contract) => ({ ...contract, laws: false }),
};

/** Each changes something else, or several contracts at once. */
const OF_MANIFEST = {
  'another severity': ({ rules, ...rest }) => ({
    ...rest,
    rules: {
      ...rules,
      'sample-matches-schema': 'warning',
      'sample-has-contract': 'error',
      'shared-keys-answered': 'info',
      'final-newline': 'error',
      'sample-up-to-date': 'error',
      'schema-closes-objects': 'error',
      'keys-unique': 'info',
    },
  }),
  'no severities': ({ rules, ...rest }) => (rules === undefined ? undefined : rest),
  'a rule less': ({ rules, ...rest }) => ({ ...rest, rules: { ...rules, 'sample-matches-schema': 'off' } }),
  'another base microversion': (manifest) => ({ ...manifest, base_microversion: '2.2' }),
  'another service': (manifest) => ({ ...manifest, service: 'image' }),
  'an ignored folder': (manifest) => ({ ...manifest, ignore: ['v2.9/**'] }),
  'patterns without Unicode': (manifest) => ({ ...manifest, unicode_patterns: false }),
  'a known keyword': (manifest) => ({ ...manifest, keywords: ['*'] }),
  'a smaller limit': (manifest) => ({ ...manifest, limits: { ...manifest.limits, depth: 2 } }),
  'comments in samples': (manifest) => ({ ...manifest, json: { comments: true } }),
  'contracts in another order': ({ contracts, ...rest }) => ({
    ...rest,
    contracts: Object.fromEntries(Object.entries(contracts).toReversed()),
  }),
  'no contracts': (manifest) => ({ ...manifest, contracts: {} }),
  'a contract more': ({ contracts, ...rest }) => {
    const [[, first] = []] = Object.entries(contracts);
    return first === undefined ? undefined : { ...rest, contracts: { ...contracts, addedHere: first } };
  },
};

/** The changed manifests of a text, each with the name of its change. */
export function* editedManifests(text) {
  let manifest;
  try {
    manifest = parse(text);
  } catch {
    return;
  }
  if (typeof manifest?.contracts !== 'object' || manifest.contracts === null) return;
  yield ['lines moved', `\n\n${text}`];
  const { contracts, ...rest } = manifest;
  const names = Object.keys(contracts);
  for (const name of new Set([...names.slice(0, FIRST_CONTRACTS), ...names.slice(-1)])) {
    const { [name]: contract, ...left } = contracts;
    if (typeof contract !== 'object' || contract === null) continue;
    yield [`${name} removed`, written({ ...rest, contracts: left })];
    const renamed = names.map((each) => [each === name ? `${each}.renamed` : each, contracts[each]]);
    yield [`${name} renamed`, written({ ...rest, contracts: Object.fromEntries(renamed) })];
    for (const [what, edit] of Object.entries(OF_CONTRACT)) {
      const changed = edit(contract, Object.keys(left), contracts);
      if (changed !== undefined)
        yield [`${name}, ${what}`, written({ ...rest, contracts: { ...contracts, [name]: changed } })];
    }
  }
  for (const [what, edit] of Object.entries(OF_MANIFEST)) {
    const changed = edit(manifest);
    if (changed !== undefined) yield [what, written(changed)];
  }
}
