import type { Finding } from '../../model/findings/finding';
import { formatPosition } from '../finding-line';
import { targetLabel } from '../of-target';
import { operationNote } from '../operation-words';
import { isInResponse } from '../response-place';
import { visibleText } from '../visible-text';

/** A finding in plain text: the service and the URL where it is in a response, what is wrong, the cure, and which clients break. */
export function plainMessage(finding: Finding): string {
  const { target, message, clients } = finding;
  const head =
    targetLabel(target) +
    (isInResponse(finding) ? `${formatPosition(finding)}: ` : '') +
    visibleText(message) +
    operationNote(finding);
  return clients === undefined ? head : `${head}\n${visibleText(clients)}`;
}
