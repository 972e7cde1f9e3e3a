import { UsageError } from '../model/usage-error';
import { suggestName } from '../wording/suggest-name';

/** The names of all options of a call. */
export type OptionNames<Options> = Readonly<Record<keyof Required<Options>, true>>;

/** Options for programs that open manifests themselves, which no message suggests. */
const UNNAMED: ReadonlySet<string> = new Set(['manifestText', 'tree']);

/**
 * Throws a UsageError for an option that `what` does not have. No type refuses it in JavaScript: it would be ignored, and a test would pass for want of
 * it.
 */
export function refuseUnknownOptions<Options>(
  options: Options,
  names: OptionNames<Options>,
  what: string,
): void {
  if (typeof options !== 'object' || options === null)
    throw new UsageError(`the options of ${what} are an object, such as \`{ manifest: 'FILE' }\``);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(names, name));
  if (unknown === undefined) return;
  const shown = Object.keys(names).filter((name) => !UNNAMED.has(name));
  throw new UsageError(`unknown option \`${unknown}\` of ${what}: ${suggestName(unknown, shown)}`);
}
