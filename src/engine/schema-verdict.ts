import { versionsAt, type SchemaRef } from '../model/contracts/contract';
import type { Project } from '../model/project/project';
import type { SchemaVerdict } from '../model/schemas/validation';
import { FORMAT_MODES, type FormatMode } from '../schema/formats/formats';
import { findContract } from './check-value';
import { readMicroversion } from './open/read-microversion';
import { schemaSetOf } from './judge/schema-set-of';
import { oneWordOf, type OptionKinds } from './options/option-kinds';
import { refuseWrongOptions } from './options/refuse-wrong-options';

/** How a value is validated. */
export interface SchemaVerdictOptions {
  /** Default: asserted, as in `check`. */
  readonly formats?: FormatMode;
}

const OPTIONS: OptionKinds<SchemaVerdictOptions> = { formats: oneWordOf(FORMAT_MODES) };

/** Validates a value against one schema of a project. A schema is compiled once per format mode. */
export function schemaVerdict(
  project: Project,
  schema: SchemaRef,
  value: unknown,
  options: SchemaVerdictOptions = {},
): SchemaVerdict {
  refuseWrongOptions(options, OPTIONS, '`schemaVerdict`');
  return schemaSetOf(project, options.formats ?? 'asserted').verdict(value, schema);
}

/**
 * The schema of a contract at a microversion, `X.Y`; undefined if there is none or the operation is absent. Throws a UsageError if there is
 * no such contract, or the microversion is invalid.
 */
export function schemaAt(
  project: Project,
  contractName: string,
  microversion: string,
): SchemaRef | undefined {
  return versionsAt(findContract(project, contractName, '`schemaAt`'), readMicroversion(microversion))[0]
    ?.schema;
}
