import { checkFiles } from '../../engine/check-files';
import type { CheckResult } from '../../model/findings/check-result';
import { UsageError } from '../../model/usage-error';
import type { Io } from '../io';
import { MANIFEST_OPTION } from './manifest-option';
import type { OptionSpecs } from './option';
import { PART_OPTIONS } from './part-options';
import { warn } from '../warn';

/** The option that checks files without a manifest. */
export const SCHEMA_OPTION = {
  schema: {
    type: 'string',
    value: 'FILE',
    help: 'check only the named files, against this schema and without a manifest: s.json, or openapi.yaml#/components/schemas/X',
  },
} as const satisfies OptionSpecs;

/** Throws a UsageError for an option that needs a manifest. */
export function refuseWithSchema(specs: OptionSpecs, values: object): void {
  const given = Object.entries(values).find(
    ([name, value]) =>
      value !== undefined &&
      (Object.hasOwn(MANIFEST_OPTION, name) ||
        Object.hasOwn(PART_OPTIONS, name) ||
        specs[name]?.section === 'service'),
  );
  if (given !== undefined)
    throw new UsageError(
      `\`--schema\` checks files without a manifest, so it cannot be combined with \`--${given[0]}\`: omit one of them`,
    );
}

/** Checks the operands of a command against a schema; `-` is the standard input. Throws a UsageError for wrong operands. */
export async function checkOperands(
  schema: string,
  operands: readonly string[],
  io: Io,
): Promise<CheckResult> {
  if (operands.length === 0)
    throw new UsageError(
      `name the files to check: \`samplegate check --schema ${schema} FILE…\`, a FOLDER of them, or \`-\` for the standard input`,
    );
  const url = operands.find((operand) => /^https?:\/\//i.test(operand));
  if (url !== undefined)
    throw new UsageError(
      `\`${url}\` is a URL, and nothing is downloaded: \`curl URL | samplegate check --schema ${schema} -\``,
    );
  return checkFiles({
    cwd: io.cwd,
    schema,
    paths: operands.filter((operand) => operand !== '-'),
    documents: operands.includes('-') ? [{ name: '<stdin>', kind: 'stdin', text: await io.readStdin() }] : [],
    onWarning: (message) => warn(message, io),
  });
}
