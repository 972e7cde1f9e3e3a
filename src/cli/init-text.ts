import { dirname } from 'node:path';

import type { TreeFile } from '../project/read-tree';
import type { InitPlan } from '../scaffold/init-plan';
import type { OpenApiEntry } from '../scaffold/open-api-manifest';
import type { TreeScaffold } from '../scaffold/scaffold-tree';
import { count, shortList } from '../wording/list-words';

/** What `init` wrote, or would write. */
export interface InitReport {
  readonly tree: Extract<TreeScaffold, { kind: 'scaffolded' }>;
  readonly plan: InitPlan;
  readonly openApi: readonly OpenApiEntry[];
  /** The files that do not parse. */
  readonly broken: readonly TreeFile[];
}

/** How many files that do not parse are listed. */
const MOST_BROKEN = 10;

/** The files that do not parse, to be fixed first; then what was written, and what to do next. */
export function writtenText({ tree, plan, openApi, broken }: InitReport): string {
  const { scaffolded, samples, used, open } = tree;
  const { manifestFile, contracts, ranged, notes } = scaffolded;
  const unclaimed = open.unpaired.length + open.questions.flatMap((question) => question.samples).length;
  return [
    ...brokenLines(broken),
    ...(used.length > 0
      ? pairedLines({ tree, plan, openApi, broken }, unclaimed)
      : [inferredLine(plan, samples, manifestFile)]),
    ...leftLines(tree),
    ...(ranged === 0
      ? []
      : [
          `${ranged} of ${count(contracts, 'contract')} ${ranged === 1 ? 'has' : 'have'} \`ranges:\`, because the shape of the samples changes with the microversion`,
        ]),
    ...(openApi.length === 0
      ? []
      : [
          `${manifestFile} also uses ${shortList(openApi.map(({ document }) => document))}: every operation gives contracts, and examples are samples`,
        ]),
    ...(plan.kept.length === 0 ? [] : [`kept existing files: ${plan.kept.join(', ')}`]),
    ...notes.replaceAll(/^# ?/gm, '').trimEnd().split('\n'),
    ...(notes === '' ? [] : ['']),
    'next:',
    '  npx samplegate check     check the samples against the schemas',
    '  npx samplegate types     generate TypeScript types from the schemas',
    plan.write.length > 1
      ? `  then review ${manifestFile} and the schemas: inferred schemas contain only what the samples show`
      : `  then review ${manifestFile}${unclaimed === 0 || notes !== '' ? '' : ': comments at its end list the samples without a contract'}`,
    '',
  ].join('\n');
}

/** The manifest as it would be written, and the names of the schemas. */
export function dryRunText({ tree, plan, broken }: InitReport): string {
  const schemas = plan.write.slice(0, -1).map(({ path }) => `would write ${path}`);
  const { manifestFile, manifest } = tree.scaffolded;
  return [
    ...brokenLines(broken),
    ...leftLines(tree),
    ...schemas,
    `would write ${manifestFile}:`,
    '',
    manifest,
  ].join('\n');
}

/** What was written where only OpenAPI documents are sure to be meant; `left` are the other JSON files, which may be samples. */
export function openApiText(
  entries: readonly OpenApiEntry[],
  manifest: string,
  left: readonly string[],
): string {
  const documents = shortList(entries.map(({ document }) => document));
  const its = entries.length === 1 ? 'its' : 'their';
  return [
    `wrote ${manifest}, which uses ${documents}: ${its} operations are contracts, and ${its} examples are samples`,
    ...(left.length === 0
      ? []
      : [
          `left out ${count(left.length, 'other JSON file')}, because next to ${documents} ${left.length === 1 ? 'it' : 'they'} need not be ${left.length === 1 ? 'a sample' : 'samples'}: ${shortList(left)}`,
          `to check ${left.length === 1 ? 'it' : 'them'} too, delete ${manifest}, and run \`samplegate init --samples FOLDER\``,
        ]),
    '',
    'next:',
    `  npx samplegate check     check the examples in ${entries.length === 1 ? documents : 'the documents'}`,
    '',
  ].join('\n');
}

function brokenLines(broken: readonly TreeFile[]): readonly string[] {
  if (broken.length === 0) return [];
  const listed = broken.slice(0, MOST_BROKEN).map(({ path, mistake }) => `  ${mistake ?? path}`);
  const more = broken.length - listed.length;
  return [
    `${count(broken.length, 'file does', 'files do')} not parse, so init cannot use ${broken.length === 1 ? 'it: fix it' : 'them: fix them'} first`,
    ...listed,
    ...(more === 0 ? [] : [`  and ${more} more`]),
    '',
  ];
}

/** The schemas and the JSON files that the manifest does not use. */
function leftLines({
  scaffolded: { manifestFile },
  roots,
  left = [],
  unused = [],
}: InitReport['tree']): readonly string[] {
  return [
    ...(unused.length === 0
      ? []
      : [
          `${count(unused.length, 'schema')} here ${unused.length === 1 ? 'fits' : 'fit'} no sample by name, \`$schema\` or \`$id\`, so ${unused.length === 1 ? 'it is' : 'they are'} not used: ${shortList(unused)}`,
          `to use ${unused.length === 1 ? 'it' : 'one'}, name it as the \`schema:\` of a contract in ${manifestFile}, and its folder under \`schemas:\``,
        ]),
    ...(left.length === 0
      ? []
      : [
          `left out ${count(left.length, 'JSON file')} outside \`${roots.samples}\`, in ${shortList([...new Set(left.map((path) => dirname(path)))])}`,
          `to check ${left.length === 1 ? 'it' : 'them'} too, add the folder to \`samples:\` in ${manifestFile}`,
        ]),
  ];
}

function inferredLine(
  { write }: InitPlan,
  samples: readonly { readonly value: unknown }[],
  manifest: string,
): string {
  const readable = samples.filter(({ value }) => value !== undefined).length;
  const all =
    readable < samples.length
      ? `${readable} of ${count(samples.length, 'sample')}`
      : count(readable, 'sample');
  const claimed = readable < samples.length ? 'those' : samples.length === 1 ? 'it' : 'all of them';
  return `wrote ${count(write.length - 1, 'schema')}, inferred from ${all}, and ${manifest}, which claims ${claimed}`;
}

function pairedLines({ tree, plan }: InitReport, unclaimed: number): readonly string[] {
  const { scaffolded, samples, used, roots, open } = tree;
  const inferred = plan.write.length - 1;
  const questions = open.questions.flatMap((question) => question.samples).length;
  return [
    `wrote ${scaffolded.manifestFile}: ${count(used.length, 'schema')} in \`${roots.schemas}\` ${used.length === 1 ? 'fits' : 'fit'} ${samples.length - unclaimed - inferred} of ${count(samples.length, 'sample')}`,
    ...(inferred === 0 ? [] : [`inferred ${count(inferred, 'schema')} from the other samples`]),
    ...(questions === 0 ? [] : [`several schemas fit ${count(questions, 'sample')}: choose one for each`]),
    ...(open.unpaired.length === 0
      ? []
      : [
          `no schema fits ${count(open.unpaired.length, 'sample')}: write schemas, or infer them with \`samplegate init --force\``,
        ]),
  ];
}
