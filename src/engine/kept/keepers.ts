import { schemaKey, type Contract, type Sample, type SchemaRef } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { placeKey } from '../../model/documents/place';
import type { SubjectKind, SubjectLists } from '../../rules/rule';

/** What the rules about a subject may read besides the manifest and the names of files. */
export interface Reads {
  readonly documents?: readonly Document[];
  readonly schemas?: () => readonly SchemaRef[];
  /** A file by name, of which it is known what is wrong in it. */
  readonly file?: string;
}

type Subject<Kind extends SubjectKind> = SubjectLists[Kind][number];

interface Keeper<Kind extends SubjectKind> {
  /** What the subject is known by: no other of its kind has the same. */
  keyOf(subject: Subject<Kind>): string;
  readsOf(subject: Subject<Kind>, sampleOf: (document: Document) => Sample | undefined): Reads;
}

/**
 * The kinds whose subjects are listed without reading files, each with what its rules may read. Rules of a kind that is neither here nor in
 * `GROUPED` are run each time.
 */
const LISTED = {
  document: {
    keyOf: ({ source }) => source.name,
    readsOf: (document, sampleOf) => {
      const sample = sampleOf(document);
      return { documents: [document], schemas: () => (sample === undefined ? [] : schemasOfClaims(sample)) };
    },
  },
  sample: {
    keyOf: ({ document }) => document.source.name,
    readsOf: (sample) => ({ documents: [sample.document], schemas: () => schemasOfClaims(sample) }),
  },
  'contract-ranges': {
    keyOf: ({ contract }) => contract.name,
    readsOf: ({ contract }) => ({ schemas: () => schemasOf(contract) }),
  },
  'sample-series': {
    keyOf: ({ contract, name }) => `${contract.name}\0${name}`,
    readsOf: ({ contract, samples }) => ({
      documents: samples.map(({ document }) => document),
      schemas: () => schemasOf(contract),
    }),
  },
  'sample-folder': {
    keyOf: ({ folder }) => folder,
    readsOf: ({ samples }) => ({
      documents: samples.flatMap(({ document, before }) =>
        before === undefined ? [document] : [document, before],
      ),
    }),
  },
  // Its rules look at the manifest only.
  contract: { keyOf: ({ name }) => name, readsOf: () => ({}) },
  'schema-problem': {
    keyOf: ({ kind, place }) => `${kind}\0${placeKey(place)}`,
    readsOf: ({ place }) => ({ file: place.file }),
  },
} satisfies { readonly [Kind in SubjectKind]?: Keeper<Kind> };

/** The kinds whose subjects are listed only in groups that something has changed in. The reports on all others are kept. */
const GROUPED = {
  'schema-part': { keyOf: ({ file }) => file },
  'shared-object': { keyOf: ({ form }) => form() },
} satisfies { readonly [Kind in SubjectKind]?: Pick<Keeper<Kind>, 'keyOf'> };

export type ListedKind = keyof typeof LISTED;
export type GroupedKind = keyof typeof GROUPED;

export const LISTED_KINDS: readonly ListedKind[] = Object.keys(LISTED).filter(isListed);

/** The groups that have subjects, by kind. */
export function groupsIn(subjects: SubjectLists): ReadonlyMap<GroupedKind, readonly string[]> {
  return new Map(
    Object.keys(GROUPED)
      .filter(isGrouped)
      .map((kind) => [kind, [...new Set(subjects[kind].map((subject) => keyOfSubject(kind, subject)))]]),
  );
}

export function isListed(kind: string): kind is ListedKind {
  return Object.hasOwn(LISTED, kind);
}

export function isGrouped(kind: string): kind is GroupedKind {
  return Object.hasOwn(GROUPED, kind);
}

/** Whether reports on subjects of a kind are kept. */
export function isKeptKind(kind: SubjectKind): kind is ListedKind | GroupedKind {
  return isListed(kind) || isGrouped(kind);
}

/** What a subject is known by in its kind; one of a grouped kind by its group. */
export function keyOfSubject(kind: ListedKind | GroupedKind, subject: Subject<SubjectKind>): string {
  const keeper: Pick<Keeper<SubjectKind>, 'keyOf'> = isListed(kind) ? LISTED[kind] : GROUPED[kind];
  return keeper.keyOf(subject);
}

/** What the rules of a kind may read about a subject. */
export function readsOfSubject(
  kind: ListedKind,
  subject: Subject<SubjectKind>,
  sampleOf: (document: Document) => Sample | undefined,
): Reads {
  const keeper: Keeper<SubjectKind> = LISTED[kind];
  return keeper.readsOf(subject, sampleOf);
}

function schemasOf({ versions }: Contract): readonly SchemaRef[] {
  return versions.map(({ schema }) => schema);
}

function schemasOfClaims({ claims }: Sample): readonly SchemaRef[] {
  const [only] = claims;
  if (only !== undefined && claims.length === 1) return schemasOf(only.contract);
  const refs = claims.flatMap(({ contract }) => schemasOf(contract));
  return [...new Map(refs.map((ref) => [schemaKey(ref), ref])).values()];
}
