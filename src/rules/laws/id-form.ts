import { childPointer } from '../../model/json/json-pointer';
import { member } from '../../model/json/json-value';
import { objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { valueWord } from '../../wording/value-word';

const FORM = /^v\d+(\.\d+)?$/;

/** The form that every client parses. keystoneauth and gophercloud also accept an id without the `v`, hence the warning. */
export const idForm: Rule<'versions'> = {
  id: 'id-form',
  subject: 'versions',
  severity: 'error',
  summary: 'An id is a lower-case v with a major and optionally a minor version, such as v2.1.',
  check: function* ({ document, view }) {
    for (const entry of objectEntries(view)) {
      const id = member(entry.value, 'id');
      if (!Object.hasOwn(entry.value, 'id') || isPlaceholder(document, id)) continue;
      const at = placeIn(document, childPointer(entry.pointer, 'id'), 'value');
      if (typeof id !== 'string') {
        const message = `expected an id such as "v2.1", got ${valueWord(id)}`;
        yield { at, message, clients: 'gophercloud and rust-osauth reject the whole document' };
      } else if (!FORM.test(id)) yield { at, ...malformedId(id) };
    }
  },
};

function malformedId(id: string): Omit<Report, 'at'> {
  if (FORM.test(`v${id}`))
    return { message: `the id "${id}" has no leading "v": write "v${id}"`, severity: 'warning' };
  const withPatch = /^(v\d+\.\d+)\.\d+$/.exec(id);
  if (withPatch !== null) {
    return {
      message: `the id "${id}" has a third part: write only the major and minor version, "${withPatch[1]}"`,
      clients: 'gophercloud and rust-osauth reject the whole document',
    };
  }
  const repaired = id.trim().toLowerCase();
  return {
    message: `expected an id such as "v2.1", got ${quote(id)}${FORM.test(repaired) ? `: write "${repaired}"` : ''}`,
    clients: 'keystoneauth, gophercloud and rust-osauth reject the whole document',
  };
}
