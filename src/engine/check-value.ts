import type { CheckResult } from '../model/findings/check-result';
import {
  isAbsentAt,
  versionsAt,
  type Claim,
  type Contract,
  type ContractVersion,
  type Sample,
} from '../model/contracts/contract';
import type { Document } from '../model/documents/document';
import { formatMicroversion, type Microversion } from '../model/versions/microversion';
import type { Project } from '../model/project/project';
import { messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import { formatRange } from '../model/versions/version-range';
import { RULES } from '../rules/rule-registry';
import { SUBJECT_KINDS } from '../rules/subject-kinds';
import { createJsonSource } from '../text/json/json-source';
import { suggestName } from '../wording/suggest-name';
import { readMicroversion } from './open/read-microversion';
import { judgePlan } from './pipeline';
import { planProject } from './plan-project';
import { OPTION_KINDS, type OptionKinds } from './options/option-kinds';
import { refuseNoContract, refuseWrongOptions } from './options/refuse-wrong-options';

/** At which microversion a value was obtained. */
export interface ValueOptions {
  /** `X.Y`; required if the contract has one schema per range. Default: the manifest's base microversion. */
  readonly microversion?: string;
}

const OPTIONS: OptionKinds<ValueOptions> = { microversion: OPTION_KINDS.anyText };

/**
 * Checks a value in memory against one contract of a project. Findings point into the value printed as JSON or, if the contract's schema
 * is broken, into the schema. Throws a UsageError if there is no such contract, or not exactly one schema for the microversion.
 */
export function checkValue(
  project: Project,
  contractName: string,
  value: unknown,
  options: ValueOptions = {},
): CheckResult {
  refuseWrongOptions(options, OPTIONS, '`checkValue`');
  const { microversion } = options;
  const contract = findContract(project, contractName, '`checkValue`');
  const document = documentOf(value, contractName);
  const asked = microversion === undefined ? project.baseMicroversion : readMicroversion(microversion);
  const claims = [claimOf(contract, asked)];
  const sample: Sample = { path: document.source.name, document, claims };
  // A contract may exist only for such tests and have no sample, so rules about the manifest do not run.
  const rules = RULES.filter(({ subject }) => SUBJECT_KINDS[subject].scope !== 'manifest');
  return judgePlan(
    planProject(
      { ...project, contracts: [contract], samples: [sample], unmatched: [], templates: [], facts: [] },
      { rules, matrix: false },
    ),
  );
}

/** The contract with this name, of which `what` needs one. If there is none, throws a UsageError that suggests existing names. */
export function findContract(
  { contracts }: Pick<Project, 'contracts'>,
  name: string,
  what: string,
): Contract {
  const names = contracts.map((candidate) => candidate.name);
  refuseNoContract(name, names, what);
  const contract = contracts.find((candidate) => candidate.name === name);
  if (contract !== undefined) return contract;
  throw new UsageError(`there is no contract \`${name}\`: ${suggestName(name, names)}`);
}

/** A value as a document. A value that JSON cannot represent, such as undefined, becomes a document without a value and with a problem. */
function documentOf(value: unknown, contractName: string): Document {
  const printed = print(value);
  const source = createJsonSource(`value for ${contractName}`, printed.text ?? '');
  const common = { source, kind: 'value', origin: 'value' } as const;
  return printed.text === undefined
    ? {
        ...common,
        value: undefined,
        problems: [{ kind: 'malformed', message: `expected a JSON value, ${printed.reason}`, span: [0, 0] }],
      }
    : { ...common, value: JSON.parse(printed.text), problems: [] };
}

/** The tags of values that JSON.stringify prints completely. Unlike `instanceof`, tags are the same in every realm. */
const PRINTED_COMPLETELY: ReadonlySet<string> = new Set(['Object', 'Array', 'String', 'Number', 'Boolean']);

function print(value: unknown): { readonly text: string | undefined; readonly reason: string } {
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  // JSON.stringify would print another value as {}, so that a forgotten `await` would look like an empty answer.
  if (typeof value === 'object' && value !== null && !PRINTED_COMPLETELY.has(kind) && !('toJSON' in value)) {
    const remedy =
      kind === 'Promise' ? 'await it' : kind === 'Response' ? 'await its json()' : 'convert it to JSON first';
    return { text: undefined, reason: `got a ${kind}: ${remedy}` };
  }
  try {
    // The declared type is wrong: JSON.stringify returns undefined for functions, symbols and undefined.
    const text: string | undefined = JSON.stringify(value, undefined, 4);
    // Only those have a safe String(): an object may have a property named toString.
    return text === undefined ? { text, reason: `got ${String(value)}` } : { text, reason: '' };
  } catch (error) {
    return { text: undefined, reason: describeFailure(error) };
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof RangeError) return 'got a value that nests too deep: flatten it';
  const [first = ''] = messageOf(error).split('\n');
  return `but JSON.stringify failed: ${first}`;
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
    return `\`${name}\` has one schema per range (${ranges}): pass the microversion of the value, such as \`{ microversion: '2.61' }\``;
  const at = formatMicroversion(microversion);
  if (isAbsentAt(contract, microversion))
    return `\`${name}\` is absent at microversion ${at}: its range is ${formatRange(existence)}`;
  return found.length > 1
    ? `\`${name}\` has several schemas for microversion ${at} (${ranges}): end one range before the other starts`
    : `\`${name}\` has no schema for microversion ${at}, only for ${ranges}`;
}
