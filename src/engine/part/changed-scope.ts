import { formatSchemaRef, type Contract, type SchemaRef } from '../../model/contracts/contract';
import type { Changes } from '../../model/project/changes';
import type { Document } from '../../model/documents/document';
import type { FactSource } from '../../model/project/fact';
import type { Place } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import { fileOf } from '../../model/documents/source';
import { schemaFileName } from '../../model/project/schema-files';
import type { Scope } from '../../model/project/scope';
import { matchSamples } from '../../project/samples/match-samples';
import { reachesOnlyItself } from '../../schema/link/is-self-contained';
import type { SchemaSet } from '../../schema/schema-set';

/**
 * The scope of a change: everything that changed and everything that depends on it. That is each changed sample; the samples, ranges and
 * series of a changed schema, or of a schema that refers to one; and the documents that a changed document must agree with. If the manifest
 * changed, it is the whole project.
 */
export function changedScope(
  project: Project,
  schemas: Pick<SchemaSet, 'reach' | 'problems'>,
  changes: Changes,
): Scope {
  const { goneSamples, isSchemaGone, since } = changes;
  const { manifest, listedIn } = project;
  const isAll = changes.isChanged(manifest.name) || (listedIn !== undefined && changes.isChanged(listedIn));
  const isChanged = ({ source }: Document) => changes.isChanged(fileOf(source));
  const fileNames = new Map(
    project.samples.map(({ document: { source } }) => [source.name, fileOf(source)] as const),
  );
  const isChangedPlace = ({ file }: Place) => changes.isChanged(fileNames.get(file) ?? file);
  const isSchemaChanged =
    isSchemaGone ||
    project.schemas.list().some((file) => changes.isChanged(schemaFileName(project.schemas, file)));
  const { documents } = project.openApi;
  // Documents and what they refer to need not be in the folders of schemas.
  const mayReachChange = isSchemaChanged || documents.length > 0 || project.schemas.hasLinks?.() === true;
  const touched = new Map<string, boolean>();
  const isTouched = ({ schema }: { readonly schema: SchemaRef }) => {
    if (!mayReachChange) return false;
    const key = formatSchemaRef(schema);
    const known = touched.get(key) ?? leadsToChange(schema);
    touched.set(key, known);
    return known;
  };
  const gone = new Set(
    [...matchSamples(project.contracts, goneSamples, project.baseMicroversion).claims.values()]
      .flat()
      .map(({ contract }) => contract),
  );
  const withChanged = new Set<Contract>(
    project.samples
      .filter(({ document }) => isChanged(document))
      .flatMap(({ claims }) => claims.map(({ contract }) => contract)),
  );
  const contract = (asked: Contract) =>
    isAll || gone.has(asked) || withChanged.has(asked) || asked.versions.some(isTouched);
  return {
    part: { kind: 'changed', since },
    sample: ({ document, claims, missingSchemas }) =>
      isAll ||
      isChanged(document) ||
      claims.some(({ versions }) => versions.some(isTouched)) ||
      (isSchemaGone && missingSchemas !== undefined),
    contract,
    series: ({ contract: named, versions, samples }) =>
      isAll ||
      gone.has(named) ||
      versions.some(isTouched) ||
      samples.some(({ document }) => isChanged(document)),
    folder: ({ samples }) =>
      isAll ||
      goneSamples.length > 0 ||
      samples.some(
        ({ document, before }) => isChanged(document) || (before !== undefined && isChanged(before)),
      ),
    set: ({ members, folders }) =>
      isAll ||
      goneSamples.length > 0 ||
      members.some(({ document }) => isChanged(document)) ||
      folders.some(({ place }) => isChangedPlace(place)),
    fact: ({ sources }) => isAll || sources.some(isTouchedFact),
    shared: (contracts) => contracts.some(contract),
    change: true,
    unused: isAll || isSchemaChanged,
    openApi:
      isAll ||
      documents.some(({ file }) => changes.isChanged(file.source.name)) ||
      project.contracts.some((each) => each.operation !== undefined && contract(each)),
  };

  /** A source without a value counts as touched: the change may have removed the value. */
  function isTouchedFact({ problem, readings }: FactSource): boolean {
    return problem !== undefined || readings.some(({ place }) => isChangedPlace(place));
  }

  function leadsToChange(schema: SchemaRef): boolean {
    const isOwn = changes.isChanged(schemaFileName(project.schemas, schema.file));
    if (isOwn || (!isSchemaGone && reachesOnlyItself(project.schemas, schema))) return isOwn;
    return (
      schemas.reach([schema]).some(({ file }) => changes.isChanged(file.source.name)) ||
      // A deleted schema cannot be reached, but the reference to it is now dangling.
      (isSchemaGone && schemas.problems(schema).some(({ kind }) => NOT_THERE.has(kind)))
    );
  }
}

const NOT_THERE: ReadonlySet<string> = new Set(['missing', 'dangling-reference', 'unreadable']);
