import { versionsAt, type SchemaRef } from '../model/contract';
import type { Project } from '../model/project';
import type { SchemaVerdict } from '../model/violation';
import type { FormatMode } from '../schema/formats/formats';
import { findContract } from './check-value';
import { readMicroversion } from './open/read-microversion';
import { schemaSetOf } from './judge/schema-set-of';

/** How a value is held to a schema. */
export interface SchemaVerdictOptions {
  /** Default: asserted, as `check` has them. */
  readonly formats?: FormatMode;
}

/** How a value fares against one schema of a project, whichever contract names it. A schema is compiled once for each way of reading formats. */
export function schemaVerdict(
  project: Project,
  schema: SchemaRef,
  value: unknown,
  { formats = 'asserted' }: SchemaVerdictOptions = {},
): SchemaVerdict {
  return schemaSetOf(project, formats).verdict(value, schema);
}

/**
 * The schema of a contract at a microversion, `X.Y`; undefined where there is none, or the operation is absent. Throws a UsageError where
 * there is no such contract, or the microversion is none.
 */
export function schemaAt(
  project: Project,
  contractName: string,
  microversion: string,
): SchemaRef | undefined {
  return versionsAt(findContract(project, contractName), readMicroversion(microversion))[0]?.schema;
}
