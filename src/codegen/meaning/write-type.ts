import type { SchemaRef } from '../../model/contracts/contract';
import type { SchemaLibrary } from '../../schema/link/schema-library';
import { simplified } from './adds-nothing';
import { childKey, type ChildSchema } from './child-schema';
import { fewValuesOf } from './kinds';
import { aboutKnown, namesBeside } from './known-names';
import { isAnyValue, meantKinds, objectsIn, type Meaning } from './meaning';
import { createMeaningReader } from './read-meaning';
import { schemaPlaceKey, schemaPlaceOf, type SchemaPlace } from './schema-place';
import { createNames, innerName, ownName } from './type-names';
import { ANY_OBJECT, isInline, NEVER, union, UNKNOWN, type TypeSchema } from './type-schema';
import { writeArrays } from './write-arrays';
import { writeObjects, type ObjectReader } from './write-objects';

/** Reduces a schema to the type that it describes, with everything it refers to in `$defs`. The root type is called `name`. */
export function readTypeSchema(library: SchemaLibrary, ref: SchemaRef, name: string): TypeSchema {
  const { meaningAt, meaningOf } = createMeaningReader(library);
  const names = createNames([name]);
  /** The type schemas that replace references to a target. They are added before the target is written, so that it may refer to itself. */
  const targets = new Map<string, TypeSchema>();
  const definitions = new Map<string, TypeSchema>();
  /** References to types that have the title of their schema. */
  const titled = new Map<Meaning, TypeSchema>();
  /** The children that are being written, with the names of those that contain themselves. */
  const open = new Map<string, { name?: string }>();
  /** References to types that are written several times. */
  const shared = new Map<string, TypeSchema>();
  const reader: ObjectReader = {
    typeOf,
    meaningOf,
    share,
    typeNamed: ({ place }) => target(place, meaningAt(place)),
    titled: (type, title) =>
      title === undefined || !isNamed(type) ? type : { ...type, title: names.take(title) },
  };

  const place = schemaPlaceOf(library, ref);
  targets.set(schemaPlaceKey(place), { $ref: '#' });
  const root = withoutAliases(meaningAt(place), { $ref: '#' }, () => true);
  const schema = declared(written(untitled(root)), name);
  return { ...schema, $defs: Object.fromEntries(definitions) };

  /**
   * The meaning of a schema that is only a reference: that of the target, which gets no second name. `reference` then means both; `isAlias`
   * says for which targets.
   */
  function withoutAliases(
    meaning: Meaning,
    reference: TypeSchema,
    isAlias: (target: SchemaPlace) => boolean,
  ): Meaning {
    const { display, labels } = meaning;
    if (display?.is !== 'named' || !isAlias(display.place)) return meaning;
    targets.set(schemaPlaceKey(display.place), reference);
    const next = { ...display.meaning, labels: { ...display.meaning.labels, ...labels } };
    return withoutAliases(next, reference, isAlias);
  }

  function typeOf(child: ChildSchema): TypeSchema {
    if (child.is === 'anything') return UNKNOWN;
    if (child.is === 'nothing') return NEVER;
    const key = childKey(child);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const outer = open.get(key);
    if (outer !== undefined) {
      outer.name ??= names.take(nameFor(child) ?? 'Value');
      return { $ref: `#/$defs/${outer.name}` };
    }
    const state: { name?: string } = {};
    open.set(key, state);
    const type = written(meaningOf(simplified(child, meaningOf)));
    open.delete(key);
    if (state.name === undefined) return type;
    definitions.set(state.name, declared(type, state.name));
    return { $ref: `#/$defs/${state.name}` };
  }

  function share(child: ChildSchema): void {
    const type = typeOf(child);
    if (isInline(type) || type.$ref !== undefined) return;
    const own = names.take(nameFor(child) ?? 'Value');
    definitions.set(own, declared(type, own));
    shared.set(childKey(child), { $ref: `#/$defs/${own}` });
  }

  function target(at: SchemaPlace, meant: Meaning): TypeSchema {
    const key = schemaPlaceKey(at);
    const known = targets.get(key);
    if (known !== undefined) return known;
    const own = names.take(ownName(at));
    const reference = { $ref: `#/$defs/${own}` };
    targets.set(key, reference);
    // The name of the target would get a number.
    const meaning = withoutAliases(
      meant,
      reference,
      (next) => !targets.has(schemaPlaceKey(next)) && names.has(ownName(next)),
    );
    const type = written(untitled(meaning));
    if (isInline(type)) {
      names.giveBack(own);
      for (const [other, given] of targets) if (given === reference) targets.set(other, type);
      return type;
    }
    definitions.set(own, declared(type, own));
    return reference;
  }

  /** `known` are the properties that other types of the same union have. */
  function written(meant: Meaning, known: ReadonlySet<string> = new Set()): TypeSchema {
    const found = titled.get(meant);
    if (found !== undefined) return found;
    const { display, labels: given } = meant;
    if (display?.is === 'named') {
      const parts = objectsIn(meant) ?? [];
      const isLimited = meantKinds(meant).size === 1 && aboutKnown(parts, known) !== undefined;
      const type = isLimited ? writeObjects(parts, known, reader) : target(display.place, display.meaning);
      return documented(type, given.doc);
    }
    const type = documented(
      display?.is === 'union' ? ofMembers(display.members, known) : ofKinds(meant, known),
      given.doc,
    );
    if (given.title === undefined || !isNamed(type)) return type;
    const own = names.take(given.title);
    definitions.set(own, declared(type, own));
    const reference = { $ref: `#/$defs/${own}` };
    titled.set(meant, reference);
    return reference;
  }

  function ofMembers(members: readonly Meaning[], known: ReadonlySet<string>): TypeSchema {
    const objects = members.map((member) => objectsIn(member) ?? []);
    return union(
      members.map((member, index) => {
        const beside = namesBeside(objects[index] ?? [], objects, [], meaningOf);
        return written(member, new Set([...known, ...beside]));
      }),
    );
  }

  function ofKinds(meant: Meaning, known: ReadonlySet<string>): TypeSchema {
    const kinds = meantKinds(meant);
    if (isAnyValue(meant)) return UNKNOWN;
    const literals = literalsIn(kinds);
    let isWritten = false;
    return union(
      [...kinds].flatMap(([type, kind]): readonly TypeSchema[] => {
        switch (kind.is) {
          case 'literals': {
            if (isWritten) return [];
            isWritten = true;
            return [{ enum: literals }];
          }
          case 'except':
            return literals.length > 0 && fewValuesOf(type) !== undefined ? [] : [{ type }];
          case 'objects':
            return [kind.parts.length === 0 ? ANY_OBJECT : writeObjects(kind.parts, known, reader)];
          case 'arrays':
            return [writeArrays(kind.shapes, typeOf)];
        }
      }),
    );
  }
}

/** The literals of all types. Next to others, `null`, `true` and `false` are literals too. */
function literalsIn(kinds: Meaning['kinds']): readonly unknown[] {
  if (![...kinds.values()].some(({ is }) => is === 'literals')) return [];
  return [...kinds].flatMap(([type, kind]) =>
    kind.is === 'literals' ? kind.values : (fewValuesOf(type) ?? []),
  );
}

/** A meaning whose type has a name already. */
function untitled(meaning: Meaning): Meaning {
  const { title: _, ...labels } = meaning.labels;
  return { ...meaning, labels };
}

/** Whether a title becomes a name: only objects get their own declaration. */
function isNamed({ type, allOf }: TypeSchema): boolean {
  return type === 'object' || allOf !== undefined;
}

function nameFor(child: ChildSchema): string | undefined {
  switch (child.is) {
    case 'schema':
      return innerName(child.place);
    case 'all':
    case 'any':
      return child.members.map(nameFor).find((name) => name !== undefined);
    case 'not':
    case 'matches':
    case 'within':
      return nameFor(child.member);
    case 'anything':
    case 'nothing':
    case 'literal':
      return undefined;
  }
}

function declared(schema: TypeSchema, name: string): TypeSchema {
  return { ...(schema.$ref === undefined ? schema : { allOf: [schema] }), title: name };
}

function documented(type: TypeSchema, description: string | undefined): TypeSchema {
  if (description === undefined) return type;
  return type.$ref === undefined ? { ...type, description } : { allOf: [type], description };
}
