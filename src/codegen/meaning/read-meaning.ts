import { isJsonArray, isJsonObject, jsonTypeOf, type JsonType } from '../../model/json/json-value';
import { UsageError } from '../../model/usage-error';
import { isBefore } from '../../schema/dialects/dialect';
import type { SchemaLibrary } from '../../schema/link/schema-library';
import { docOf } from '../doc-comment';
import { ANY_ARRAY_SHAPE, ANY_ARRAYS, sealArrays } from './array-parts';
import type { ChildSchema } from './child-schema';
import type { Kind } from './kinds';
import { exceptLiterals, meaningOfLiteral } from './literal-meaning';
import {
  ANY_VALUE,
  intersect,
  limiting,
  NO_VALUE,
  objectsIn,
  unite,
  within,
  withoutEvaluation,
  type Meaning,
} from './meaning';
import {
  onlyRequires,
  seal,
  withoutProperties,
  withProperties,
  type ObjectPart,
  type ObjectParts,
} from './object-parts';
import { inCondition, ownMeanings, type Role } from './own-meanings';
import { inAnyOf, refusedValues } from './refused-values';
import { describePlace, followReference, schemaPlaceKey, type SchemaPlace } from './schema-place';
import { keywordsOf, type SchemaKeywords } from './schema-keywords';
import { titleName } from './type-names';

/** Reads what schemas mean. What their properties and items mean is read when it is asked for. */
export interface MeaningReader {
  readonly meaningAt: (place: SchemaPlace) => Meaning;
  readonly meaningOf: (child: ChildSchema) => Meaning;
}

export function createMeaningReader(library: SchemaLibrary): MeaningReader {
  const known = new Map<string, Meaning>();
  /** The schemas that are being read for the same value: they must not refer to each other in a circle. */
  const reading = new Set<string>();

  return { meaningAt, meaningOf };

  function meaningOf(child: ChildSchema): Meaning {
    return meaningOfChild(child, 'value');
  }

  function meaningOfChild(child: ChildSchema, role: Role): Meaning {
    switch (child.is) {
      case 'anything':
        return ANY_VALUE;
      case 'nothing':
        return NO_VALUE;
      case 'schema':
        return meaningIn(child.place, role);
      case 'literal':
        return meaningOfLiteral(child.value);
      case 'all':
        return child.members.map((member) => meaningOfChild(member, role)).reduce(intersect, ANY_VALUE);
      case 'any':
        return unite(
          child.members.map((member) => meaningOfChild(member, role)),
          'any',
        );
      case 'not':
        return refusedByChild(child.member);
      case 'matches':
        return meaningOfChild(child.member, 'condition');
      case 'within':
        return within(meaningOfChild(child.member, role), meaningOfChild(child.outer, role));
    }
  }

  function refusedByChild(child: ChildSchema): Meaning {
    switch (child.is) {
      case 'anything':
        return NO_VALUE;
      case 'nothing':
        return ANY_VALUE;
      case 'schema':
        return meaningIn(child.place, 'refused');
      case 'literal':
        return exceptLiterals([child.value]);
      case 'all':
        return inAnyOf(child.members.map(refusedByChild));
      case 'any':
        return child.members.map(refusedByChild).reduce(intersect, ANY_VALUE);
      case 'not':
        return withoutEvaluation(meaningOfChild(child.member, 'condition'));
      case 'matches':
      case 'within':
        return refusedByChild(child.member);
    }
  }

  function meaningAt(place: SchemaPlace): Meaning {
    return meaningIn(place, 'value');
  }

  function meaningIn(place: SchemaPlace, role: Role): Meaning {
    const key = `${role} ${schemaPlaceKey(place)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (reading.has(key)) {
      throw new UsageError(
        `${describePlace(place)}: the schema refers to itself for the same value: remove the circular reference`,
      );
    }
    reading.add(key);
    const meaning = read(place, role);
    reading.delete(key);
    known.set(key, meaning);
    return meaning;
  }

  function read(place: SchemaPlace, role: Role): Meaning {
    const { value } = place;
    if (typeof value === 'boolean') return value === (role === 'refused') ? NO_VALUE : ANY_VALUE;
    if (!isJsonObject(value)) {
      throw new UsageError(
        `${describePlace(place)}: expected a schema, which is an object or a boolean, got ${jsonTypeOf(value)}`,
      );
    }
    const written = keywordsOf(library, place, value);
    const keywords = role === 'value' ? written : inCondition(written);
    const referred = references(place, keywords, role);
    // Before 2019-09, the keywords next to a `$ref` are ignored.
    const isReferenceOnly = referred.length > 0 && isBefore(keywords.dialect, '2019-09');
    if (role === 'refused') {
      return inAnyOf([...referred, ...(isReferenceOnly ? [] : [refusedValues(keywords, meaningIn)])]);
    }
    const own = isReferenceOnly ? [] : [...ownMeanings(keywords, role), ...combinations(keywords, role)];
    const all = [...referred, ...own].reduce(intersect, ANY_VALUE);
    const title = titleName(value);
    const doc = docOf(value);
    return {
      ...(isReferenceOnly ? all : sealed(all, keywords)),
      labels: {
        ...all.labels,
        ...(title === undefined ? {} : { title }),
        ...(doc === undefined ? {} : { doc }),
      },
    };
  }

  function references(place: SchemaPlace, { value }: SchemaKeywords, role: Role): readonly Meaning[] {
    return ['$ref', '$dynamicRef', '$recursiveRef'].flatMap((keyword) => {
      const reference = value(keyword);
      if (typeof reference !== 'string') return [];
      const target = followReference(library, place, keyword, reference);
      const meaning = meaningIn(target, role);
      return [role === 'value' ? named(target, meaning) : meaning];
    });
  }

  /** The meaning from `allOf` and other keywords with schemas for the same value. */
  function combinations(keywords: SchemaKeywords, role: Role): readonly Meaning[] {
    const { value, list, place } = keywords;
    const members = (name: string): readonly Meaning[] =>
      list(name).map((_, index) => meaningIn(place(name, index), role));
    return [
      ...members('allOf'),
      ...(list('anyOf').length === 0 ? [] : [unite(members('anyOf'), 'any')]),
      ...(list('oneOf').length === 0 ? [] : [unite(exactlyOne(keywords, role), 'one')]),
      ...(value('not') === undefined ? [] : [meaningIn(place('not'), 'refused')]),
      ...(value('if') === undefined ? [] : [conditional(keywords, role)]),
      ...dependents(keywords, role),
    ];
  }

  /** The alternatives of `oneOf`. Where one only requires properties, the others apply where these are absent. */
  function exactlyOne({ list, place }: SchemaKeywords, role: Role): readonly Meaning[] {
    const places = list('oneOf').map((_, index) => place('oneOf', index));
    const absences = places.map((one) => {
      const isAbsence = onlyRequires(objectsIn(meaningIn(one, role)) ?? []);
      return isAbsence ? ofObjects(objectsIn(meaningIn(one, 'refused')) ?? []) : ANY_VALUE;
    });
    return places.map((one, index) =>
      absences.filter((_, other) => other !== index).reduce(intersect, meaningIn(one, role)),
    );
  }

  function conditional({ value, place }: SchemaKeywords, role: Role): Meaning {
    const condition = meaningIn(place('if'), 'condition');
    const branch = (name: string): Meaning | undefined =>
      value(name) === undefined ? undefined : meaningIn(place(name), role);
    const [then, otherwise] = [branch('then'), branch('else')];
    // Alone, `if` says only which properties it evaluates.
    if (then === undefined && otherwise === undefined) return evaluation(condition);
    return unite(
      [
        intersect(condition, then ?? ANY_VALUE),
        intersect(meaningIn(place('if'), 'refused'), otherwise ?? ANY_VALUE),
      ],
      'condition',
    );
  }

  /** The meaning of the keywords that apply where a certain property is present. */
  function dependents({ keys, place }: SchemaKeywords, role: Role): readonly Meaning[] {
    return ['dependentRequired', 'dependentSchemas', 'dependencies'].flatMap((keyword) =>
      keys(keyword).map((name) => {
        const needed = place(keyword, name);
        const absent = [withoutProperties([name])];
        if (isJsonArray(needed.value)) {
          return ofObjects([choice([[withProperties([name, ...needed.value])], absent])]);
        }
        const parts = objectsIn(meaningIn(needed, role));
        const present = parts === undefined ? [] : [[withProperties([name]), ...parts]];
        return ofObjects([choice([...present, absent])]);
      }),
    );
  }
}

/** The target of a reference, which keeps its name. */
function named(place: SchemaPlace, meaning: Meaning): Meaning {
  const parts = objectsIn(meaning) ?? [];
  const kinds: Meaning['kinds'] =
    parts.length === 0
      ? meaning.kinds
      : new Map([...meaning.kinds, ['object', { is: 'objects', parts: [{ is: 'named', place, parts }] }]]);
  return { ...meaning, kinds, labels: {}, display: { is: 'named', place, meaning } };
}

/** Any value, but objects only as these parts say. */
function ofObjects(parts: ObjectParts): Meaning {
  return limiting('object', { is: 'objects', parts });
}

/** Any value, with the properties and items that are evaluated where `condition` is satisfied. */
function evaluation({ kinds }: Meaning): Meaning {
  const [objects, arrays] = [kinds.get('object'), kinds.get('array')];
  const parts = objects?.is === 'objects' ? [choice([objects.parts, []])] : [];
  const shapes = arrays?.is === 'arrays' ? [...arrays.shapes, ANY_ARRAY_SHAPE] : ANY_ARRAYS;
  return intersect(ofObjects(parts), limiting('array', { is: 'arrays', shapes }));
}

/** Exactly one of the alternatives applies. */
function choice(alternatives: readonly ObjectParts[]): ObjectPart {
  return {
    is: 'choice',
    isExclusive: true,
    isImplied: true,
    alternatives: alternatives.map((parts) => ({ parts })),
  };
}

/** Applies `unevaluatedProperties` and `unevaluatedItems` to what the other keywords mean. */
function sealed(meaning: Meaning, { value, child }: SchemaKeywords): Meaning {
  const kinds = new Map(meaning.kinds);
  let isChanged = false;
  const change = (type: JsonType, name: string, apply: (kind: Kind, rest: ChildSchema) => Kind): void => {
    const kind = kinds.get(type);
    if (kind === undefined || value(name) === undefined) return;
    const rest = child(name);
    const changed = apply(kind, rest);
    kinds.set(type, changed);
    isChanged ||= rest.is !== 'anything' && changed !== kind;
  };
  change('object', 'unevaluatedProperties', (kind, rest) => {
    if (kind.is !== 'objects') return kind;
    const parts = seal(kind.parts, rest);
    return parts === kind.parts ? kind : { is: 'objects', parts };
  });
  change('array', 'unevaluatedItems', (kind, rest) =>
    kind.is === 'arrays' ? { is: 'arrays', shapes: sealArrays(kind.shapes, rest) } : kind,
  );
  if (!isChanged) return { ...meaning, kinds };
  const { display: _, ...rest } = meaning;
  return { ...rest, kinds };
}
