import { UsageError } from '../../model/usage-error';
import { describeTextProblem } from '../../text/text-problem-message';
import type { TextFile } from './read-text-file';

const PEM = '-----BEGIN ';

/**
 * The text of the PEM file at a path. Throws a UsageError that calls it `name` if it cannot be read or is not PEM, and one that shows nothing of the path
 * if that is the text of a key or a certificate.
 */
export function readPem(path: string, name: string, read: () => TextFile): string {
  if (path.includes(PEM)) {
    const what = name === path ? 'this' : `\`${name.slice(0, -path.length).trim()}\``;
    throw new UsageError(
      `${what} names a PEM file, and got its text: write it to a file, and name that file`,
    );
  }
  const { text, problems } = read();
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`\`${name}\` ${describeTextProblem(problem)}`);
  if (text.includes(PEM)) return text;
  throw new UsageError(`\`${name}\` is not a PEM file: it has no \`-----BEGIN …-----\` line`);
}
