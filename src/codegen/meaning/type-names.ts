import { lastToken, pointerTokens } from '../../model/json/json-pointer';
import { isJsonObject, member } from '../../model/json/json-value';
import type { SchemaPlace } from './schema-place';
import { isTypeName, pascalName } from '../type-name';

/** The names of the types in one file; each is used once. */
export interface Names {
  /** Reserves a name; adds a number where it is already taken. */
  readonly take: (wanted: string) => string;
  readonly has: (name: string) => boolean;
  readonly giveBack: (name: string) => void;
}

export function createNames(taken: readonly string[]): Names {
  const names = new Set(taken);
  return {
    take: (wanted) => {
      let name = wanted;
      for (let count = 2; names.has(name); count += 1) name = `${wanted}_${count}`;
      names.add(name);
      return name;
    },
    has: (name) => names.has(name),
    giveBack: (name) => {
      names.delete(name);
    },
  };
}

/** The name for the target of a reference: its property name, or the name of its file. */
export function ownName({ file, pointer }: SchemaPlace): string {
  return pascalName(pointer === '' ? lastToken(`/${file.file}`).replace(/\.\w+$/, '') : lastToken(pointer));
}

/** The name for a schema that is not the target of a reference: `/properties/hooks/additionalProperties` is HooksValue. */
export function innerName(place: SchemaPlace): string {
  const name = [...pointerTokens(place.pointer)].findLast(
    (token) => !/^(\w*[pP]roperties|\w*[iI]tems|\d+)$/.test(token),
  );
  const isInner = name !== lastToken(place.pointer);
  return isInner && name !== undefined ? `${pascalName(name)}Value` : ownName(place);
}

/** The title of a schema, where it is a type name rather than a sentence. */
export function titleName(schema: unknown): string | undefined {
  const title = isJsonObject(schema) ? member(schema, 'title') : undefined;
  return isTypeName(title) ? pascalName(title) : undefined;
}
