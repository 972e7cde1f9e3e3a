import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isSchemaType, member, type JsonObject } from '../../model/json/json-value';
import { typeOfKeyword } from '../../schema/dialects/keywords';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';
import { typeName, typeNames } from '../../wording/wanted';

/** The endings of the keywords that count, by the type that they apply to. */
const ENDINGS: Readonly<Record<string, string>> = { string: 'Length', array: 'Items', object: 'Properties' };

export const schemaKeywordsApply: Rule<'schema-part'> = {
  id: 'schema-keywords-apply',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'Each keyword next to a type applies to values of that type.',
  check: ({ file, pointer, schema }) => {
    const type = member(schema, 'type');
    if (type === undefined) return [];
    const types = isJsonArray(type) ? type : [type];
    // An unknown type is reported by `schema-is-valid`, and does not show which keywords apply.
    if (!types.every(isSchemaType)) return [];
    // This is asked of every part of every schema, and hardly any has one.
    if (!hasIgnored(schema, types)) return [];
    return Object.keys(schema).flatMap((keyword) => {
      const needed = ignoredFor(keyword, types);
      if (needed === undefined) return [];
      const meant = types.map((name) => counterpart(keyword, name)).find((name) => name !== undefined);
      const remedy = meant === undefined ? 'remove it, or fix the type' : `did you mean ${quote(meant)}?`;
      return [
        {
          at: { file, pointer: childPointer(pointer, keyword), token: 'key' } as const,
          message: `${quote(keyword)} applies only to ${typeName(needed)}, but the type is ${typeNames(type)}, so it is ignored: ${remedy}`,
        },
      ];
    });
  },
};

function hasIgnored(schema: JsonObject, types: readonly string[]): boolean {
  for (const keyword in schema) if (ignoredFor(keyword, types) !== undefined) return true;
  return false;
}

/** The type that a keyword applies to, where no value of these types has it. */
function ignoredFor(keyword: string, types: readonly string[]): ReturnType<typeof typeOfKeyword> {
  const needed = typeOfKeyword(keyword);
  if (needed === undefined || types.includes(needed)) return undefined;
  return needed === 'number' && types.includes('integer') ? undefined : needed;
}

/** The keyword that counts in one type as this one does in another: `maxItems` for `maxLength`. */
function counterpart(keyword: string, type: string): string | undefined {
  const [, bound] = /^(max|min)(?:Length|Items|Properties)$/.exec(keyword) ?? [];
  const ending = ENDINGS[type];
  return bound === undefined || ending === undefined ? undefined : `${bound}${ending}`;
}
