import type { Finding } from '../model/findings/finding';
import { visibleText } from './visible-text';

/** The operation of a finding for a line: ` (GET /servers/{id} → 200 and 2 more)`; empty without any. */
export function operationNote({ operations: [first, ...others] = [] }: Pick<Finding, 'operations'>): string {
  if (first === undefined) return '';
  return ` (${visibleText(first)}${others.length === 0 ? '' : ` and ${others.length} more`})`;
}

/** The other operations that use the text of a finding: `also used by A, B and 3 more: --verbose lists them`; empty without any. */
export function alsoUsedBy(
  { operations: [, ...others] = [] }: Pick<Finding, 'operations'>,
  most = others.length,
): string {
  if (others.length === 0) return '';
  const left = others.length - most;
  const shown = others.slice(0, left <= 0 ? others.length : most).join(', ');
  return `also used by ${shown}${left <= 0 ? '' : ` and ${left} more: --verbose lists them`}`;
}
