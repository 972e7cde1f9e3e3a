import { isJsonArray } from '../../model/json/json-value';
import { keywordOf, typeOfKeyword } from '../../schema/dialects/keywords';
import { exceptLiterals } from './literal-meaning';
import {
  ANY_VALUE,
  exceptTypes,
  intersect,
  NO_VALUE,
  ofTypes,
  onlyObjects,
  unite,
  withoutEvaluation,
  type Meaning,
} from './meaning';
import { complementOfObjects, shapePart, withProperties, type ObjectParts } from './object-parts';
import { typesNamed, type Role } from './own-meanings';
import type { SchemaKeywords } from './schema-keywords';
import type { SchemaPlace } from './schema-place';
import { objectShapeOf } from './shapes-of-keywords';

/** What a schema for the same value means. */
type MeaningIn = (place: SchemaPlace, role: Role) => Meaning;

/** The keywords that the shape of an object expresses together. */
const SHAPED: ReadonlySet<string> = new Set(
  'properties patternProperties additionalProperties propertyNames required'.split(' '),
);

/** With more alternatives in `oneOf`, any value may satisfy two of them. */
const MOST_PAIRED = 6;

/** The values that at least one keyword refuses, references aside, and more where TypeScript cannot say which they are. */
export function refusedValues(keywords: SchemaKeywords, meaningIn: MeaningIn): Meaning {
  const shape = objectShapeOf(keywords);
  return inAnyOf([
    ...(shape === undefined ? [] : [objectsExcept([shapePart(shape)])]),
    ...keywords.names.filter((name) => !SHAPED.has(name)).map((name) => refusedBy(name, keywords, meaningIn)),
  ]);
}

/** The values that at least one of several schemas refuses. */
export function inAnyOf(refused: readonly Meaning[]): Meaning {
  return { ...NO_VALUE, kinds: unite(refused, 'refused').kinds };
}

function inAllOf(refused: readonly Meaning[]): Meaning {
  return refused.reduce(intersect, ANY_VALUE);
}

function refusedBy(name: string, keywords: SchemaKeywords, meaningIn: MeaningIn): Meaning {
  const { value, list, keys, place, dialect } = keywords;
  const refused = (...steps: readonly (string | number)[]): Meaning => meaningIn(place(...steps), 'refused');
  const accepted = (...steps: readonly (string | number)[]): Meaning =>
    withoutEvaluation(meaningIn(place(...steps), 'condition'));
  const indexes = [...list(name).keys()];
  switch (name) {
    case 'type':
      return exceptTypes(typesNamed(value(name), { wholly: true }));
    case 'const':
      return exceptLiterals([value(name)]);
    case 'enum':
      return exceptLiterals(list(name));
    case 'allOf':
      return inAnyOf(indexes.map((index) => refused(name, index)));
    case 'anyOf':
      return inAllOf(indexes.map((index) => refused(name, index)));
    case 'oneOf': {
      if (indexes.length > MOST_PAIRED) return ANY_VALUE;
      const pairs = indexes.flatMap((a) => indexes.slice(a + 1).map((b) => [a, b] as const));
      return inAnyOf([
        inAllOf(indexes.map((index) => refused(name, index))),
        ...pairs.map(([a, b]) => intersect(accepted(name, a), accepted(name, b))),
      ]);
    }
    case 'not':
      return accepted(name);
    case 'if':
      return inAnyOf([
        ...(value('then') === undefined ? [] : [intersect(accepted(name), refused('then'))]),
        ...(value('else') === undefined ? [] : [intersect(refused(name), refused('else'))]),
      ]);
    case 'dependentRequired':
    case 'dependentSchemas':
    case 'dependencies':
      return inAnyOf(
        keys(name).map((key) => {
          const needed = place(name, key);
          const missing = isJsonArray(needed.value)
            ? objectsExcept([withProperties(needed.value)])
            : meaningIn(needed, 'refused');
          return intersect(onlyObjects([withProperties([key])]), missing);
        }),
      );
    case 'then':
    case 'else':
      return NO_VALUE;
    case 'format':
      return ofTypes(['string', 'number']);
    default: {
      const shape = keywordOf(name, dialect)?.shape;
      if (shape === 'annotation' || shape === 'definitions' || shape === 'reference') return NO_VALUE;
      const type = typeOfKeyword(name);
      return type === undefined ? ANY_VALUE : ofTypes([type]);
    }
  }
}

function objectsExcept(parts: ObjectParts): Meaning {
  const refused = complementOfObjects(parts);
  return refused === undefined ? NO_VALUE : onlyObjects(refused);
}
