import { UsageError } from '../../model/usage-error';
import { suggestName } from '../../wording/suggest-name';
import { plainPath } from '../homes';
import type { FaultSetting } from './fault';
import { FAULTS } from './fault-registry';

/** Parses `KIND` or `KIND@/path`; throws UsageError if there is no such kind of fault, or the path is invalid. */
export function readFault(text: string): FaultSetting {
  const [kind = '', ...rest] = text.split('@');
  const path = rest.length === 0 ? undefined : rest.join('@');
  const fault = FAULTS.get(kind);
  if (fault === undefined) {
    const hint = suggestName(kind, [...FAULTS.keys()], 'list them with `samplegate serve --fault help`');
    throw new UsageError(`unknown fault \`${kind}\`: ${hint}`);
  }
  if (path?.startsWith('/') === false)
    throw new UsageError(
      `the path in \`--fault ${text}\` must start with a slash, such as \`${kind}@/v2.1/\``,
    );
  return { kind, fault, ...(path === undefined ? {} : { path: plainPath(path) }) };
}
