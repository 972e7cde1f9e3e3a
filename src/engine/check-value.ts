import type { CheckResult } from '../model/check-result';
import {
  isAbsentAt,
  versionsAt,
  type Claim,
  type Contract,
  type ContractVersion,
  type Sample,
} from '../model/contract';
import type { Document } from '../model/document';
import { formatMicroversion, type Microversion } from '../model/microversion';
import { nearest } from '../model/nearest';
import type { Project } from '../model/project';
import { messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import { formatRange } from '../model/version-range';
import { RULES } from '../rules/rule-registry';
import { SUBJECT_KINDS } from '../rules/subject-kinds';
import { createJsonSource } from '../text/json-source';
import { readMicroversion } from './open/read-microversion';
import { judgePlan } from './pipeline';
import { planProject } from './plan-project';

/** At which microversion a value was obtained. */
export interface ValueOptions {
  /** `X.Y`; needed where the contract has a schema for each range. Default: the manifest's base microversion. */
  readonly microversion?: string;
}

/**
 * Holds a value in memory to one contract of a project. Findings point into the value printed as JSON, or, where the contract's
 * schema is broken, into the schema. Throws a UsageError when there is no such contract, or none for the microversion.
 */
export function checkValue(
  project: Project,
  contractName: string,
  value: unknown,
  { microversion }: ValueOptions = {},
): CheckResult {
  const contract = findContract(project, contractName);
  const document = documentOf(value, contractName);
  const asked = microversion === undefined ? project.baseMicroversion : readMicroversion(microversion);
  const claims = [claimOf(contract, asked)];
  const sample: Sample = { path: document.source.name, document, claims };
  // A contract may have no sample of its own and serve tests alone, so rules about the manifest do not run.
  const rules = RULES.filter(({ subject }) => SUBJECT_KINDS[subject].scope !== 'manifest');
  return judgePlan(
    planProject(
      { ...project, contracts: [contract], samples: [sample], unmatched: [], facts: [] },
      { rules },
    ),
  );
}

/** The contract of that name. Throws a UsageError that says which there are, where there is none. */
export function findContract({ contracts }: Pick<Project, 'contracts'>, name: string): Contract {
  const contract = contracts.find((candidate) => candidate.name === name);
  if (contract !== undefined) return contract;
  const names = contracts.map((candidate) => candidate.name);
  const near = nearest(name, names);
  throw new UsageError(
    `there is no contract \`${name}\`: ${near === undefined ? `there are ${names.join(', ')}` : `did you mean \`${near}\`?`}`,
  );
}

/** A value that JSON cannot carry, such as undefined, becomes a document without a value and a problem that says so. */
function documentOf(value: unknown, contractName: string): Document {
  const printed = print(value);
  const source = createJsonSource(`value for ${contractName}`, printed.text ?? '');
  const common = { source, kind: 'value', origin: 'value' } as const;
  return printed.text === undefined
    ? {
        ...common,
        value: undefined,
        problems: [{ kind: 'malformed', message: `not a JSON value: ${printed.reason}`, span: [0, 0] }],
      }
    : { ...common, value: JSON.parse(printed.text), problems: [] };
}

/** What JSON.stringify prints with all that is in it, by its tag, which is the same in every realm. */
const PRINTED_WHOLE: ReadonlySet<string> = new Set(['Object', 'Array', 'String', 'Number', 'Boolean']);

function print(value: unknown): { readonly text: string | undefined; readonly reason: string } {
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  // Such a value would be printed as {}, and a forgotten `await` would pass for an empty answer.
  if (typeof value === 'object' && value !== null && !PRINTED_WHOLE.has(kind) && !('toJSON' in value)) {
    const remedy =
      kind === 'Promise' ? 'await it' : kind === 'Response' ? 'await its json()' : 'give the value in it';
    return { text: undefined, reason: `this is a ${kind}: ${remedy}` };
  }
  try {
    // The declared type forgets that what JSON has no word for gives undefined.
    const text: string | undefined = JSON.stringify(value, undefined, 4);
    return { text, reason: String(value) };
  } catch (error) {
    return { text: undefined, reason: messageOf(error) };
  }
}

function claimOf(contract: Contract, microversion: Microversion | undefined): Claim {
  const versions = versionsAt(contract, microversion);
  const [version, second] = versions;
  if (version === undefined || second !== undefined)
    throw new UsageError(whyNotOneSchema(contract, microversion, versions));
  return {
    contract,
    pattern: { pattern: '', expect: 'valid', place: contract.place },
    versions,
    ...(microversion === undefined ? {} : { microversion }),
  };
}

function whyNotOneSchema(
  contract: Contract,
  microversion: Microversion | undefined,
  found: readonly ContractVersion[],
): string {
  const { name, versions, range: existence = {} } = contract;
  const ranges = (found.length > 1 ? found : versions).map(({ range }) => formatRange(range)).join(', ');
  if (microversion === undefined)
    return `\`${name}\` has a schema for each range (${ranges}): say at which microversion the value was obtained, \`{ microversion: '2.61' }\``;
  const at = formatMicroversion(microversion);
  if (isAbsentAt(contract, microversion))
    return `\`${name}\` is absent at microversion ${at}: it has the range ${formatRange(existence)}`;
  return found.length > 1
    ? `\`${name}\` has several schemas for microversion ${at} (${ranges}): end one range before the other`
    : `\`${name}\` has no schema for microversion ${at}: it has schemas for ${ranges}`;
}
