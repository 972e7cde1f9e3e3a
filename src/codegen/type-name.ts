import type { SchemaRef } from '../model/contracts/contract';
import { formatMicroversion, type Microversion } from '../model/versions/microversion';
import type { VersionRange } from '../model/versions/version-range';

/** A requested root type, and the schema that it is generated from. */
export interface TypeRequest {
  readonly name: string;
  readonly schema: SchemaRef;
}

/**
 * The type name of a contract's documents: `versions.index` gives VersionsIndex. A range adds its lower bound, which does not change when a
 * later range is added: `servers.show` from 2.3 on gives ServersShow_2_3, and up to 2.2 ServersShow_To_2_2. A name that ends in an underscore
 * and numbers always belongs to a range. `rejectSameNames` reports contracts with the same type name.
 */
export function typeNameOf(contract: string, range?: VersionRange): string {
  const name = pascalName(contract);
  if (range === undefined) return name;
  if (range.min !== undefined) return `${name}_${underscored(range.min)}`;
  return range.max === undefined ? `${name}_Any` : `${name}_To_${underscored(range.max)}`;
}

function underscored(microversion: Microversion): string {
  return formatMicroversion(microversion).replace('.', '_');
}

/** Whether a title is a type name rather than a sentence. */
export function isTypeName(title: unknown): title is string {
  return typeof title === 'string' && /^[A-Z]\w*$/.test(title);
}

/** Converts any text to a type name that json-schema-to-typescript does not change: `os-keypairs` gives OsKeypairs. */
export function pascalName(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^ -~]/gu, (letter) => `U${(letter.codePointAt(0) ?? 0).toString(16)}`)
      .match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .replaceAll(/(\d) (?=\d)/g, '$1_')
    .replaceAll(' ', '')
    .replaceAll(/\d[a-z]/g, (pair) => pair.toUpperCase());
  return /^[A-Za-z]/.test(joined) ? joined : `_${joined}`;
}
