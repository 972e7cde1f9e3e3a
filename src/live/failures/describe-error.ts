import { codeOf, messageOf } from '../../model/thrown';
import { describeAnswering } from './describe-answering';
import { describeConnecting } from './describe-connecting';
import { describeTls } from './describe-tls';
import { permanent, throughProxy, type Circumstances, type Failed } from './failed';

/** Explains an error of `undici` or of Node to a user. */
export function describeError(error: unknown, circumstances: Circumstances): Failed {
  const { phase, proxy } = circumstances;
  // These codes come only from TLS. Through a tunnelling proxy they are about the service, so the proxy is not named.
  const tls = describeTls(error, circumstances);
  if (tls !== undefined) return permanent('tls', tls);
  const [code, message] = [codeOf(error) ?? '', messageOf(error)];
  const failed =
    phase === 'connect'
      ? describeConnecting(code, message, circumstances)
      : describeAnswering({ code, message, error }, circumstances);
  return { ...failed, reason: throughProxy(failed.reason, proxy) };
}
