import { nearest } from '../../model/nearest';
import { UsageError } from '../../model/usage-error';
import { plainPath } from '../homes';
import type { FaultSetting } from './fault';
import { FAULTS } from './fault-registry';

/** Reads `KIND` or `KIND@/path`. Throws a UsageError where there is no such kind of fault. */
export function readFault(text: string): FaultSetting {
  const [kind = '', ...rest] = text.split('@');
  const path = rest.length === 0 ? undefined : rest.join('@');
  const fault = FAULTS.get(kind);
  if (fault === undefined) {
    const near = nearest(kind, [...FAULTS.keys()]);
    throw new UsageError(
      `there is no fault \`${kind}\`: ${near === undefined ? '`samplegate serve --fault help` lists them' : `did you mean \`${near}\`?`}`,
    );
  }
  if (path?.startsWith('/') === false)
    throw new UsageError(`the fault \`${text}\` needs a path after the @, such as \`${kind}@/v2.1/\``);
  return { kind, fault, ...(path === undefined ? {} : { path: plainPath(path) }) };
}
