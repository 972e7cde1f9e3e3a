import { parseHeaderOption } from '../live/header-setting';
import { createBlanks, type Blanks } from '../live/secrets/create-blanks';
import { secretsOfHeader } from '../live/secrets/header-secrets';
import { secretsPublishedIn } from '../live/secrets/published-secrets';
import { UsageError } from '../model/usage-error';
import type { Io } from './io';

/** The same error without the secrets in the arguments. */
export function withoutSecrets(error: UsageError, argv: readonly string[], io: Pick<Io, 'env'>): UsageError {
  // Details are about the text of a file.
  return new UsageError(
    blanksOfArguments(argv, io).message(error.message),
    error.details,
    error.source,
    error.topic,
  );
}

/** Blanks the secrets in arguments. A mistyped option makes an argument of a header, and messages quote arguments. */
export function blanksOfArguments(argv: readonly string[], { env }: Pick<Io, 'env'>): Blanks {
  const secrets = argv.flatMap((argument) => [
    ...secretsInHeader(argument, env),
    // A URL without `http://` may have a password, too.
    ...secretsPublishedIn(`http://${argument.replace(/^.*:\/\//, '')}`),
  ]);
  return createBlanks(secrets);
}

function secretsInHeader(argument: string, env: Io['env']): readonly string[] {
  const header = argument.replace(/^-+[a-z]*=|^-H/i, '');
  try {
    return secretsOfHeader(parseHeaderOption(header, env));
  } catch (failure) {
    if (failure instanceof UsageError) return [];
    throw failure;
  }
}
