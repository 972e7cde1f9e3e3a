import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn } from '../../model/json/json-value';
import { compilePattern } from '../patterns/pattern-reading';
import {
  addedSince,
  addError,
  isTrivial,
  type ErrorContext,
  type ErrorSite,
  type KeywordErrors,
} from './error-site';

/** The errors of keywords about objects that say which properties are wrong. Each of them is only applied to objects. */
export function propertyErrors({
  find,
  unicodePatterns,
}: ErrorContext): Readonly<Record<string, KeywordErrors>> {
  return {
    required: (site, inner) => {
      for (const missingProperty of missingIn(site, inner)) addError(site, 'required', { missingProperty });
    },
    propertyNames: (site, inner) => {
      const { value, at, errors } = site;
      if (isTrivial(inner)) return;
      const marks: number[] = [];
      for (const propertyName of namesIn(value)) {
        const before = errors.length;
        marks.push(before);
        find(inner, propertyName, at, errors);
        if (errors.length > before)
          addError(site, 'propertyNames', { propertyName, before: addedSince(marks, site) });
      }
    },
    additionalProperties: (site, inner) => {
      const { schema, value, at, errors } = site;
      if (isTrivial(inner)) return;
      const declared = new Set(declaredIn(schema['properties']));
      const patterns = declaredIn(schema['patternProperties']).map((text) =>
        compilePattern(text, unicodePatterns),
      );
      for (const key of namesIn(value)) {
        if (declared.has(key) || patterns.some((pattern) => pattern.test(key))) continue;
        if (inner === false) addError(site, 'additionalProperties', { additionalProperty: key });
        else find(inner, Object(value)[key], childPointer(at, key), errors);
      }
    },
    properties: ({ value, at, errors }, inner) => {
      for (const key of declaredIn(inner))
        if (Object.hasOwn(Object(value), key))
          find(Object(inner)[key], Object(value)[key], childPointer(at, key), errors);
    },
    patternProperties: ({ value, at, errors }, inner) => {
      for (const text of declaredIn(inner)) {
        const schema: unknown = Object(inner)[text];
        if (isTrivial(schema)) continue;
        const pattern = compilePattern(text, unicodePatterns);
        for (const key of namesIn(value))
          if (pattern.test(key)) find(schema, Object(value)[key], childPointer(at, key), errors);
      }
    },
    dependencies: (site, inner) => {
      const entries = declaredIn(inner).map((name) => [name, Object(inner)[name]] as const);
      requireDependents(
        'dependencies',
        site,
        entries.filter(([, needed]) => isJsonArray(needed)),
      );
      applyDependents(
        site,
        entries.filter(([, needed]) => !isJsonArray(needed)),
      );
    },
    dependentRequired: (site, inner) =>
      requireDependents('dependentRequired', site, Object.entries(Object(inner))),
    dependentSchemas: (site, inner) => applyDependents(site, Object.entries(Object(inner))),
  };

  function applyDependents(
    { value, at, errors }: ErrorSite,
    entries: readonly (readonly [string, unknown])[],
  ): void {
    for (const [name, schema] of entries)
      if (Object.hasOwn(Object(value), name)) find(schema, value, at, errors);
  }
}

function requireDependents(
  keyword: string,
  site: ErrorSite,
  entries: readonly (readonly [string, unknown])[],
): void {
  for (const [property, needed] of entries) {
    if (!Object.hasOwn(Object(site.value), property)) continue;
    const names = itemsIn(needed);
    for (const missingProperty of missingIn(site, needed))
      addError(site, keyword, {
        property,
        missingProperty,
        depsCount: names.length,
        deps: names.join(', '),
      });
  }
}

function missingIn({ value }: ErrorSite, names: unknown): readonly string[] {
  return itemsIn(names)
    .map(String)
    .filter((name) => !Object.hasOwn(Object(value), name));
}

function namesIn(value: unknown): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

/** The names in a map of schemas. Ajv ignores `__proto__`, so copies have it as a pattern. */
function declaredIn(map: unknown): readonly string[] {
  return namesIn(map).filter((name) => name !== '__proto__');
}
