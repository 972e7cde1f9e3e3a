import { UsageError } from '../model/usage-error';
import { describeTextProblem } from '../text/text-problem-message';
import type { TextFile } from './read-text-file';

/** The text of a PEM file. Throws a UsageError that calls the file `name` if it cannot be read or is not PEM. */
export function readPem(name: string, { text, problems }: TextFile): string {
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`\`${name}\` ${describeTextProblem(problem)}`);
  if (text.includes('-----BEGIN ')) return text;
  throw new UsageError(`\`${name}\` is not a PEM file: it has no \`-----BEGIN …-----\` line`);
}
