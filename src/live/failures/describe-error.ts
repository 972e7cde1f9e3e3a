import { codeOf, messageOf } from '../../model/thrown';
import { describeAnswering } from './describe-answering';
import { describeConnecting } from './describe-connecting';
import { describeTls } from './describe-tls';
import { lasting, throughProxy, type Circumstances, type Failed } from './failed';

/** What an error of `undici` or of Node means to a user. */
export function describeError(error: unknown, circumstances: Circumstances): Failed {
  const { url, phase, proxy } = circumstances;
  // Nothing but TLS has its codes; where a proxy passes TLS on, they are the service's.
  const tls = describeTls(error, url.hostname);
  if (tls !== undefined) return lasting('tls', tls);
  const code = codeOf(error) ?? '';
  const failed =
    phase === 'connect'
      ? describeConnecting(code, messageOf(error), url)
      : describeAnswering(code, messageOf(error), circumstances);
  return { ...failed, reason: throughProxy(failed.reason, proxy) };
}
