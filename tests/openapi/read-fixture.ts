import { join } from 'node:path';

import { openProject } from '../../src/engine/open/open-project';
import { runPlan } from '../../src/engine/pipeline';
import { planProject } from '../../src/engine/plan-project';
import { formatSchemaRef } from '../../src/model/contracts/contract';
import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import {
  partsOf,
  problemsOf,
  type EmbeddedExample,
  type OperationPart,
} from '../../src/model/project/open-api';
import { openSchemaFiles } from '../../src/project/schemas/open-schema-files';
import { readOpenApi } from '../../src/openapi/read-open-api';
import { createSchemaLibrary } from '../../src/schema/link/schema-library';

const FIXTURES = join(__dirname, '../fixtures/openapi');

/**
 * What is read from a document below `tests/fixtures/openapi`: per contract its label, its schema, the examples that are checked, and what is not
 * checked; and the problems.
 */
export function readFixture(folder: string, document = 'openapi.yaml') {
  const library = createSchemaLibrary(openSchemaFiles(join(FIXTURES, folder), '.', DEFAULT_LIMITS));
  const file = library.files.get(document);
  if (file === undefined) throw new Error(`there is no ${document} in ${folder}`);
  const read = readOpenApi(file, library);
  const { version } = read;
  return {
    version,
    contracts: Object.fromEntries(partsOf(read).map((part) => [part.contract, partLine(part)])),
    problems: problemsOf([read]).map(({ kind, place }) =>
      [kind, place.file, ...('pointer' in place ? [place.pointer] : [])].join(' '),
    ),
  };
}

function partLine({ label, schema, examples, notJudged = [], files = [] }: OperationPart): string {
  const parts = [
    label,
    schema === undefined
      ? 'no schema'
      : `${formatSchemaRef(schema)} ${schema.direction ?? 'either'} ${schema.dialect}`,
    ...examples.map(exampleText),
    ...notJudged.map(({ what, count }) => `${count} not checked: ${what}`),
    ...files.map(exampleText),
  ];
  return parts.join(' | ');
}

function exampleText(example: EmbeddedExample): string {
  if (example.kind === 'external') return `file ${formatSchemaRef({ ...example, file: example.path })}`;
  const { file, pointer } = example;
  const place = formatSchemaRef({ file: file.file, pointer });
  return example.kind === 'serialized' ? `${place} as ${example.text}` : place;
}

export function openFixture(folder: string) {
  return openProject({ cwd: join(FIXTURES, folder), manifest: 'contracts.yaml' });
}

/** The findings of all rules in such a folder, which has a manifest: severity, rule, place and message in one line each. */
export async function checkFixtureFolder(folder: string): Promise<readonly string[]> {
  const { findings } = await runPlan(planProject(openFixture(folder)));
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, ruleId, file, start, end, message, related }) => {
      const range = `${start.line}:${start.column}-${end.line}:${end.column}`;
      const others = related.map(
        (place) => ` (${place.file}:${place.start.line}:${place.start.column} ${place.message})`,
      );
      return `${file.replace(/ #.*$/, '')}:${range} ${severity} ${ruleId}: ${message}${others.join('')}`;
    });
}
