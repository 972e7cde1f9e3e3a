import { exactValueOf } from '../../model/documents/document';
import { pointerFrom, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import type { Place } from '../../model/documents/place';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { CopyContext } from './copy-context';
import { createCopyOrigins } from './copy-origins';
import { copySchema } from './copy-schema';
import { createBranches } from './branches';
import type { Dialect } from '../dialects/dialect';
import { excludedBy, excludedNames } from './directed';
import { dynamicTarget, extendScope } from './dynamic-scope';
import type { Formats } from '../formats/formats';
import { createIsAnnotation } from '../dialects/known-annotations';
import { createKnownNodes } from './known-nodes';
import { loosened } from './loosen';
import { createMarks } from './marks';
import type { MetaSchema } from '../dialects/own-dialect';
import { repeatedNames } from './repeated-names';
import { resolveReference } from './resolve-reference';
import type { SchemaLibrary } from './schema-library';
import { languageIn, type SchemaResource } from './schema-resources';
import {
  placeInSchema,
  plainReading,
  reachableNodes,
  type CopyLookup,
  type DynamicScope,
  type SchemaReading,
  type SchemaLink,
  type SchemaNode,
  type SubschemaPosition,
} from './schema-node';
import { dialectBehind, statedDialect } from '../dialects/stated-dialect';
import { unknownDialect } from './unknown-dialect';

/** Turns schemas into nodes. Each schema is copied once, even if several others refer to it. */
export interface Linker extends CopyLookup {
  /** The node at a place in a file. */
  readonly node: (file: SchemaFile, pointer: JsonPointer, reading: SchemaReading) => SchemaNode;
  /** Changes the copies of a node and the nodes that it refers to where an unreadable pattern would make them refuse too much. */
  readonly loosen: (root: SchemaNode) => void;
  /** Whether some schema so far names a meta-schema of the project. */
  readonly hasOwnMetaSchemas: () => boolean;
}

/** A node whose schema is being copied. It is registered before that, because schemas may refer to themselves. */
interface Draft extends SchemaNode {
  copy: unknown;
  readonly problems: SchemaProblem[];
  readonly links: SchemaLink[];
}

interface Copying {
  readonly node: Draft;
  readonly reading: SchemaReading;
  /** The resource that the node is in, and whether its file has no other, nor schemas with dialects of their own. */
  readonly resource: SchemaResource;
  readonly isOnlyResource: boolean;
}

export interface LinkSettings {
  readonly formats: Formats;
  readonly unicodePatterns: boolean;
  /** Unknown keywords that are annotations, where `*` stands for any text. */
  readonly keywords?: readonly string[];
  readonly appliesRefSiblings?: boolean;
  readonly refusesExcluded?: boolean;
}

export function createLinker(library: SchemaLibrary, settings: LinkSettings): Linker {
  const isAnnotation = createIsAnnotation(settings.keywords ?? []);
  const origins = createCopyOrigins();
  const incomplete = new WeakSet<object>();
  const nodes = createKnownNodes();
  const byKey = new Map<string, Draft>();
  const branches = createBranches(library);
  const marks = createMarks();
  const context = createContext();
  /** The node that is being copied. While a reference is followed, its target is. */
  let copying: Copying | undefined;
  let describesAny = false;
  // Schemas around the one that is too deep may be too deep as well: that is one problem.
  let tooDeep: SchemaProblem | undefined;
  return {
    node: (file, pointer, reading) => {
      tooDeep = undefined;
      return createNode(file, pointer, reading, NO_SCOPE);
    },
    copyOf: (key) => byKey.get(key)?.copy,
    originOf: origins.of,
    hasOwnMetaSchemas: () => describesAny,
    loosen: (root) => {
      const copies = loosened(reachableNodes(root, 'asserted'), {
        isIncomplete: (copy) => incomplete.has(copy),
        replace: (copy, by) => {
          origins.replace(copy, by);
          if (incomplete.has(copy)) incomplete.add(by);
        },
      });
      for (const { key } of copies.keys()) {
        const node = byKey.get(key);
        if (node !== undefined) node.copy = copies.get(node);
      }
    },
  };

  function createNode(
    file: SchemaFile,
    pointer: JsonPointer,
    reading: SchemaReading,
    outerScope: DynamicScope,
  ): SchemaNode {
    const { dialect: inherited, direction, excluded } = reading;
    const resource = library.resourceAt(file, pointer, inherited);
    const scope = extendScope(outerScope, resource);
    const known = nodes.get({ file, pointer, reading, scope });
    if (known !== undefined) return known;

    const original = valueAt(exactValueOf(file), pointer);
    const resources = library.resources(file, inherited);
    const isOnlyResource = resources.length === 1 && resource.languages.size === 0;
    if (
      direction !== undefined &&
      isOnlyResource &&
      !marks.mayBeReached(file, original, excludedBy(direction))
    ) {
      // Nearly all schemas mean the same in both directions, and then one copy is enough.
      const same = createNode(file, pointer, { ...reading, direction: undefined }, outerScope);
      nodes.set({ file, pointer, reading, scope }, same);
      return same;
    }

    const { dialect, vocabularies } = languageIn(resource, pointer);
    const node: Draft = {
      key: `schema:${byKey.size}`,
      file,
      pointer,
      dialect,
      original,
      problems: [...(file.remark === undefined ? [] : [file.remark]), ...repeatedNames(resources)],
      links: [],
      copy: undefined,
    };
    nodes.set({ file, pointer, reading, scope }, node);
    byKey.set(node.key, node);
    const around = copying;
    copying = { node, reading, resource, isOnlyResource };
    try {
      if (pointer !== '') meet(file.value, '', copying);
      const inPlace = true;
      node.copy = copySchema(
        original,
        { file, pointer, dialect, vocabularies, scope, inPlace, asserted: true, excluded },
        context,
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // The node is already registered, and must not be taken for a schema that accepts everything.
      const message = 'the schema nests too deep to be used: flatten it';
      tooDeep ??= { kind: 'does-not-compile', message, place: placeInSchema(file, pointer, 'opening') };
      node.problems.push(tooDeep);
    } finally {
      copying = around;
    }
    return node;
  }

  /** The input for copying any schema: making one for each of thousands of nodes takes long. */
  function createContext(): CopyContext {
    return {
      ...settings,
      isAnnotation,
      origins,
      direction: () => within().reading.direction,
      enter: (schema, at) => {
        const { node, reading, resource, isOnlyResource } = within();
        meet(schema, at.pointer, within());
        if (isOnlyResource && at.pointer !== resource.pointer) return at;
        const inner = library.resourceAt(node.file, at.pointer, reading.dialect);
        const isResource = inner.pointer === at.pointer;
        const language = isResource ? inner : inner.languages.get(at.pointer);
        if (language === undefined) return at;
        const { dialect, vocabularies } = language;
        const scope = isResource ? extendScope(at.scope, inner) : at.scope;
        return { ...at, dialect, vocabularies, scope };
      },
      follow: (keyword, reference, at, steps = []) => {
        const { node, reading } = within();
        const link = follow(keyword, reference, at, reading, steps);
        if ('kind' in link) {
          node.problems.push(link);
          return undefined;
        }
        node.links.push(link);
        if (reference.includes(' ')) node.problems.push({ kind: 'raw-space', reference, place: link.place });
        return link.to.key;
      },
      branchesOf: branches.of,
      isChosen: (at) => within().reading.isExtended && at.pointer === within().node.pointer,
      excludedNames: (schema, at, marker) => {
        if (!marks.mayBeIn(at.file, marker)) return NO_NAMES;
        const { dialect } = within().reading;
        return excludedNames(schema, at, marker, (reference, from) => targetOf(reference, from, dialect));
      },
      report: (problem) => within().node.problems.push(problem),
      markIncomplete: (copy) => incomplete.add(copy),
    };
  }

  function within(): Copying {
    if (copying === undefined) throw new Error('no schema is being copied');
    return copying;
  }

  /** Notes the dialect that a schema of a node names, if it is not one of the known ones. */
  function meet(schema: unknown, at: JsonPointer, { node }: Copying): void {
    const stated = statedDialect(schema);
    if (stated.kind !== 'unknown') return;
    const { file, pointer } = node;
    const place = placeInSchema(file, at + stated.pointer, 'value');
    const own = library.ownDialect(stated, file);
    if (own?.kind === 'usable') {
      // What an OpenAPI document names is for the schemas in it.
      const described = stated.pointer === '/$schema' ? at : pointer;
      node.links.push(linkToMetaSchema(own.metaSchema, stated.name, place, described));
    } else node.problems.push(unknownDialect(stated, { own, library, file, place }));
  }

  function follow(
    keyword: string,
    reference: string,
    at: SubschemaPosition,
    { dialect: inherited, direction }: SchemaReading,
    steps: readonly string[],
  ): SchemaLink | SchemaProblem {
    const place = placeInSchema(at.file, pointerFrom([keyword, ...steps], at.pointer), 'value');
    const from = library.resourceAt(at.file, at.pointer, inherited);
    const resolution = resolveReference(reference, from, library);
    switch (resolution.kind) {
      case 'found': {
        if (resolution.rival !== undefined) within().node.problems.push(resolution.rival);
        const dialect = resolution.file === at.file ? inherited : dialectBehind(at.file.value, at.dialect);
        const target = library.resourceAt(resolution.file, resolution.pointer, dialect);
        const { file, pointer } = dynamicTarget(keyword, resolution, target, at.scope);
        const excluded = at.inPlace && keyword === '$ref' ? at.excluded : undefined;
        const isExtended = branches.isChosenFor(at, file, pointer);
        const to = createNode(file, pointer, { dialect, direction, isExtended, excluded }, at.scope);
        return { to, reference, place, inPlace: at.inPlace, asserted: at.asserted };
      }
      case 'unreadable':
        return resolution.problem;
      case 'dangling':
        return { ...resolution, kind: 'dangling-reference', reference, place };
      case 'remote':
        return { ...resolution, ...rootNames(library.files), kind: 'remote-reference', reference, place };
    }
  }

  function targetOf(reference: string, { file, pointer, ...at }: SubschemaPosition, inherited: Dialect) {
    const target = resolveReference(reference, library.resourceAt(file, pointer, inherited), library);
    if (target.kind !== 'found') return undefined;
    return { schema: target.value, at: { ...at, file: target.file, pointer: target.pointer } };
  }

  /** A meta-schema is used by the schemas that name it, but it applies to them, not to values. */
  function linkToMetaSchema(
    { file, pointer, dialect }: MetaSchema,
    reference: string,
    place: Place,
    describes: JsonPointer,
  ): SchemaLink {
    describesAny = true;
    const to = createNode(file, pointer, plainReading(dialect), NO_SCOPE);
    return { to, reference, place, inPlace: false, asserted: false, describes };
  }
}

const NO_SCOPE: DynamicScope = new Map();

const NO_NAMES: ReadonlySet<string> = new Set();

/** How messages name the folders of schemas. */
function rootNames({ root, folders, within }: SchemaFiles): Pick<SchemaFiles, 'root' | 'folders' | 'within'> {
  return {
    root,
    ...(folders === undefined ? {} : { folders }),
    ...(within === undefined ? {} : { within }),
  };
}
