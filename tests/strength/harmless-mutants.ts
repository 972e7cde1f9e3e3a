import { valueAt } from '../../src/model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../src/model/json/json-value';
import { edit, pointersOf, print, replace } from './json-edits';
import type { Mutant } from './mutants';

/** Changes that make no difference to a client or another document, with the reason. */
export function harmlessMutants(sample: unknown): readonly (Mutant & { readonly reason: string })[] {
  const pointers = pointersOf(sample);
  const reversed = pointers
    .filter((pointer) => isJsonObject(valueAt(sample, pointer)) || isJsonArray(valueAt(sample, pointer)))
    .filter((pointer) => Object.keys(Object(valueAt(sample, pointer))).length > 1)
    .map((pointer) => ({
      name: `${pointer || '/'} is reversed`,
      reason: 'properties, links and versions have no order (API-SIG version-discovery.rst)',
      text: print(edit(sample, pointer, (entries) => entries.toReversed())),
      at: [pointer],
    }));
  const documentation = pointers
    .filter((pointer) => valueAt(sample, pointer) === 'http://docs.openstack.org/')
    .map((pointer) => ({
      name: `${pointer} leads elsewhere`,
      reason: 'the author decides where the documentation is',
      text: print(replace(sample, pointer, 'https://docs.openstack.org/api-ref/compute/')),
      at: [pointer],
    }));
  const layout = {
    name: 'the text has no indentation',
    reason: 'white space is not part of the document',
    text: `${JSON.stringify(sample)}\n`,
    at: [''],
  };
  return [...reversed, ...documentation, layout];
}
