import { resolve } from 'node:path';

import { jsonOrUndefined } from '../../model/json/json-or-undefined';
import { isJsonObject, member } from '../../model/json/json-value';
import { UsageError } from '../../model/usage-error';
import { DISK } from '../../project/tree/disk-tree';
import { displayPath } from '../../project/disk/file-path';
import { violationsOfShipped } from '../../project/shipped/shipped-schemas';
import { createJsonSource } from '../../text/json/json-source';
import { readStrictJson } from '../../text/json/strict-json';
import { describeTextProblem } from '../../text/text-problem-message';
import { describeWrongFile } from './describe-wrong-file';

/** In bytes: many times what 10,000 findings need. */
const LARGEST = 512 * 1024 * 1024;

const DEEPEST = 64;

const WORDING = { empty: 'the report is empty', microversions: new Set<string>() };

/**
 * Reads a JSON report and gives its value, which satisfies `spec/report.schema.json` and is of a run that could start. Throws a UsageError
 * for any other file.
 */
export function openReport(cwd: string, path: string): unknown {
  const name = displayPath(cwd, resolve(cwd, path));
  const { text, problems } = DISK.read(resolve(cwd, path), LARGEST);
  const [unreadable] = problems;
  if (unreadable !== undefined)
    throw new UsageError(`the report \`${name}\` ${describeTextProblem(unreadable)}`);
  const value = jsonOrUndefined(text);
  const violations = value === undefined ? [] : violationsOfShipped('report.schema.json', value);
  if (value === undefined || violations.length > 0) {
    const source = createJsonSource(name, text);
    const wrong = {
      source,
      problems: value === undefined ? readStrictJson(text, DEEPEST).problems : [],
      violations,
      mistakes: [],
    };
    throw new UsageError(
      `\`${name}\` is not a JSON report of samplegate: write one with \`samplegate check --format json=FILE\``,
      describeWrongFile(wrong, WORDING).slice(0, 3),
      source,
      'report',
    );
  }
  const error = isJsonObject(value) ? member(value, 'error') : undefined;
  if (isJsonObject(error))
    throw new UsageError(
      `the report \`${name}\` is of a run that could not start: ${String(member(error, 'message'))}`,
    );
  return value;
}
