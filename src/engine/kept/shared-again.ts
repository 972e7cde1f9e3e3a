import { formatSchemaRef, schemaKey, type SchemaRef } from '../../model/contracts/contract';
import { exactValueOf, type Document } from '../../model/documents/document';
import type { Project } from '../../model/project/project';
import type { SharedObject } from '../../model/contracts/shared-object';
import type { SchemaSet } from '../../schema/schema-set';
import { EVERYTHING, schemaRefsIn } from '../subjects/scopes';
import { formsIn, isRecorded, sharedObjects } from '../subjects/shared-objects';
import { islandsOf, isAffected, type Affected } from './affected';
import { shapeOf } from './document-shape';
import type { Judgement } from './judgement';
import type { OtherProject } from './reopen-project';

/** The shared objects that must be judged again, and the forms of their descriptions. */
export interface SharedAgain {
  readonly forms: ReadonlySet<string>;
  readonly objects: readonly SharedObject[];
}

/**
 * Finds shared objects again where a change may have an effect. Only descriptions of one form are compared with each other, so those suffice
 * that have the form of one in a changed sample or schema, before the change or after it.
 */
export function sharedAgain(
  project: Project,
  schemas: Pick<SchemaSet, 'acceptances' | 'reach'>,
  judgement: Judgement,
  affected: Affected,
  other: Pick<OtherProject, 'otherSamples' | 'before' | 'schemas'> | undefined,
): SharedAgain {
  const refs = new Map<string, SchemaRef>();
  const changed = new Set(
    (other?.before.samples ?? [])
      .filter(({ document }) => other?.otherSamples.has(document.source.name) === true)
      .flatMap(({ claims }) => claims.filter(isRecorded))
      .flatMap(({ versions }) => versions.map(({ schema }) => formatSchemaRef(schema))),
  );
  for (const { document, claims } of project.samples)
    for (const { versions } of claims.filter(isRecorded))
      for (const { schema } of versions) {
        const name = formatSchemaRef(schema);
        refs.set(name, schema);
        if (
          isAffected(affected, schema) ||
          other?.otherSamples.has(document.source.name) === true ||
          (affected.documents.has(document.source.name) && isSeenToChange(document, schema))
        )
          changed.add(name);
      }
  if (changed.size === 0) return { forms: new Set(), objects: [] };
  const { islandOf } = islandsOf(other?.schemas ?? judgement.schemas);
  const now = formsIn(samplesOf(changed), reachOf(changed));
  const forms = new Set(
    [...changed].flatMap((name) => [...(judgement.forms.get(name) ?? []), ...(now.get(name) ?? [])]),
  );
  const members = new Set(
    [...refs.keys()].filter((name) => [...(judgement.forms.get(name) ?? [])].some((form) => forms.has(form))),
  );
  for (const name of changed) members.add(name);
  return { forms, objects: sharedObjects(samplesOf(members), reachOf(members), forms) };

  /** Nothing else in a document matters than the names of its properties, and whether its schema accepts it. */
  function isSeenToChange(document: Document, schema: SchemaRef): boolean {
    const { name } = document.source;
    if (judgement.documents.get(name)?.shape !== shapeOf(document.value)) return true;
    const verdict = judgement.verdicts.get(name)?.get(schemaKey(schema));
    if (verdict?.kind !== 'checked') return true;
    const [acceptance] = schemas.acceptances([exactValueOf(document)], schema);
    return acceptance !== (verdict.violations.length === 0 ? 'accepted' : 'refused');
  }

  function samplesOf(wanted: ReadonlySet<string>): Project['samples'] {
    return project.samples.flatMap((sample) => {
      const claims = sample.claims.filter(({ versions }) =>
        versions.some(({ schema }) => wanted.has(formatSchemaRef(schema))),
      );
      return claims.length === 0 ? [] : [{ ...sample, claims }];
    });
  }

  /** With all schemas that share files with them, so that each is reached in the same way as among all. */
  function reachOf(wanted: ReadonlySet<string>): ReturnType<SchemaSet['reach']> {
    const islands = new Set(
      [...wanted].flatMap((name) => {
        const ref = refs.get(name);
        return ref === undefined ? [] : [islandOf(schemaKey(ref))];
      }),
    );
    return schemas.reach(
      schemaRefsIn(project, EVERYTHING).filter(
        (ref) => wanted.has(formatSchemaRef(ref)) || islands.has(islandOf(schemaKey(ref))),
      ),
    );
  }
}
