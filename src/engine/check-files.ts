import type { CheckResult } from '../model/findings/check-result';
import type { AlsoSaid, Finding } from '../model/findings/finding';
import type { Project } from '../model/project/project';
import { schemaFileName } from '../model/project/schema-files';
import type { RuleLevel } from '../model/severity';
import { UsageError } from '../model/usage-error';
import type { SubjectKind } from '../rules/rule';
import { RULES } from '../rules/rule-registry';
import { exampleInOpenApi } from '../schema/link/find-schema';
import { isOpenApi } from '../schema/dialects/stated-dialect';
import { mapFindings } from './judge/map-findings';
import { schemaSetOf } from './judge/schema-set-of';
import { openFiles, type OpenedFiles } from './open/open-files';
import { parseVersions, VERSIONS_TEXT, type VersionsText } from './open/open-versions-documents';
import { judgePlan } from './pipeline';
import { planProject } from './plan-project';
import { aCall, listOf, needed, OPTION_KINDS, type OptionKinds } from './options/option-kinds';
import { refuseWrongOptions } from './options/refuse-wrong-options';
import { RULE_LEVELS_BY_ID } from './options/rule-levels';

/** Which files to check, and against which schema. */
export interface FilesOptions {
  /** The working folder: `schema`, `paths` and the paths in findings are relative to it. Default: the process's. */
  readonly cwd?: string;
  /** A JSON or YAML file, or a part of one: `openapi.yaml#/components/schemas/Server`. */
  readonly schema: string;
  /** Files, folders with `.json` files, and globs. */
  readonly paths?: readonly string[];
  /** Documents in memory. */
  readonly documents?: readonly VersionsText[];
  /** The severity of each rule's findings, or `off`, by rule id. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Called with each path that is skipped. */
  readonly onWarning?: (message: string) => void;
}

const OPTIONS: OptionKinds<FilesOptions> = {
  cwd: OPTION_KINDS.text,
  schema: needed(OPTION_KINDS.anyText),
  paths: listOf(OPTION_KINDS.text),
  documents: listOf(VERSIONS_TEXT),
  rules: RULE_LEVELS_BY_ID,
  onWarning: aCall(),
};

/**
 * Checks files against one schema. Needs no manifest. Throws a UsageError if the schema does not exist, or a path has no file.
 */
export function checkFiles(options: FilesOptions): CheckResult {
  refuseWrongOptions(options, OPTIONS, '`checkFiles`');
  const { cwd = process.cwd(), schema, paths = [], documents = [], rules = {}, onWarning } = options;
  if (paths.length + documents.length === 0)
    throw new UsageError('nothing was checked: pass files as `paths` or `documents`');
  const opened = openFiles({ cwd, schema, paths, documents: documents.map(parseVersions), rules, onWarning });
  refuseWrongPart(opened, schema);
  const { project } = opened;
  const judged = judgePlan(planProject(project, { rules: RULES_ABOUT_FILES, matrix: false, cwd }));
  const { summary, verdicts, ...result } = mapFindings(
    judged,
    // The contract exists only for this run.
    ({ contract: _contract, ...finding }) => withShownLocation(finding, project),
  );
  return {
    ...result,
    summary: { ...summary, contracts: 0 },
    verdicts: verdicts.map(({ contract: _contract, ...verdict }) => verdict),
  };
}

/** The subjects that exist where there are only a schema and files. */
const KINDS: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  'document',
  'sample',
  'versions',
  'versions-set',
  'schema-problem',
  'schema-part',
  'named',
]);

const RULES_ABOUT_FILES = RULES.filter(({ subject }) => KINDS.has(subject));

/** A finding with keyword locations relative to the working folder. The schema root may be far above. */
function withShownLocation(finding: Finding, { schemas }: Project): Finding {
  const shown = (location = '') => location.replace(/^[^#:]+(?=#)/, (file) => schemaFileName(schemas, file));
  const relocate = <Said extends AlsoSaid>(said: Said): Said =>
    said.keywordLocation === undefined ? said : { ...said, keywordLocation: shown(said.keywordLocation) };
  const { message, keywordLocation, also } = finding;
  return {
    ...relocate(finding),
    // A message names a location only if it is that of the finding.
    message:
      keywordLocation === undefined
        ? message
        : message.replace(keywordLocation, () => shown(keywordLocation)),
    also: also.map(relocate),
  };
}

/** Throws a UsageError for a pointer that leads nowhere, and for an OpenAPI document as a whole. */
function refuseWrongPart({ project, schema, named }: OpenedFiles, text: string): void {
  const file = schemaFileName(project.schemas, schema.file);
  const { value } = project.schemas.get(schema.file) ?? {};
  if (schema.pointer === '' && isOpenApi(value))
    throw new UsageError(
      `\`${file}\` is an OpenAPI document, which is not itself a schema: name one in it, such as \`${exampleInOpenApi(file, value)}\``,
    );
  const problem = schemaSetOf(project)
    .problems(schema, named)
    .find(({ place }) => place.file === named.file);
  if (problem === undefined) return;
  const near =
    problem.kind === 'dangling-reference' ? problem.nearest?.replace(/^[^#]*#/, `${file}#`) : undefined;
  throw new UsageError(
    `the schema \`${text}\` leads nowhere in \`${file}\`: ${near === undefined ? 'fix the pointer' : `did you mean \`${near}\`?`}`,
  );
}
