import { formatSchemaRef, type SchemaRef } from '../../model/contracts/contract';
import { everyObjectIn } from '../../model/json/every-object-in';
import { memoize } from '../../model/memoize';
import type { Project } from '../../model/project/project';
import type { Scope } from '../../model/project/scope';
import type { SharedObject } from '../../model/contracts/shared-object';
import { reachesOnlyItself } from '../../schema/link/is-self-contained';
import type { SchemaSet } from '../../schema/schema-set';
import { EVERYTHING, schemaRefsIn } from './scopes';
import { namesDescribed, propertyNames, sharedObjects } from './shared-objects';

/**
 * The shared objects of these samples of which a contract is in the scope. Only schemas are linked that refer to others, and those that may describe an
 * object of such a contract: a description with other properties is another one.
 */
export function sharedInScope(
  project: Project,
  samples: Project['samples'],
  schemas: Pick<SchemaSet, 'reach'>,
  scope: Pick<Scope, 'shared'>,
): readonly SharedObject[] {
  const own = samples.flatMap((sample) => {
    const claims = sample.claims.filter(({ contract }) => scope.shared([contract]));
    return claims.length === 0 ? [] : [{ ...sample, claims }];
  });
  const ownSchemas = new Set(
    own.flatMap(({ claims }) =>
      claims.flatMap(({ versions }) => versions.map(({ schema }) => formatSchemaRef(schema))),
    ),
  );
  const refers = (ref: SchemaRef) => !reachesOnlyItself(project.schemas, ref);
  const refs = schemaRefsIn(project, EVERYTHING);
  const isOwn = ({ file, pointer }: SchemaRef) => ownSchemas.has(formatSchemaRef({ file, pointer }));
  // Another schema that refers to such a file may decide in which dialect it is read.
  const isShared = refs.some((ref) => isOwn(ref) && refers(ref));
  const names = namesDescribed(
    own,
    schemas.reach(refs.filter((ref) => isOwn(ref) || (isShared && refers(ref)))),
  );
  if (names?.size === 0) return [];
  const mayDescribe = memoize((file: string) =>
    everyObjectIn(project.schemas.get(file)?.value).some(
      (value) => names?.has(propertyNames(value)) !== false,
    ),
  );
  const reached = schemas.reach(refs.filter((ref) => isOwn(ref) || refers(ref) || mayDescribe(ref.file)));
  return sharedObjects(samples, reached).filter(({ listed, others }) =>
    scope.shared([listed, ...others].map(({ contract }) => contract)),
  );
}
