import type { RuleInfo } from '../../model/findings/check-result';
import { isWholeResponse } from '../../reporters/response-place';
import { element } from '../elements/element';
import { findingDetails } from './finding-details';
import { inlineCode } from '../elements/rich-text';
import type { FindingEntry } from './select-findings';

/** A finding in the list: a button with its message, and its details below, which are created when it is first opened. */
export interface FindingRow {
  readonly entry: FindingEntry;
  readonly node: HTMLElement;
  readonly open: (isOpen: boolean) => void;
  readonly focus: () => void;
  readonly hasFocus: () => boolean;
}

/** A row that calls `toggle` when it is clicked. */
export function createFindingRow(
  entry: FindingEntry,
  rules: ReadonlyMap<string, RuleInfo>,
  toggle: () => void,
): FindingRow {
  const { finding, index } = entry;
  const details = element('div', { id: `details-${index}`, class: 'details', hidden: true });
  const button = element(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': details.id },
    element('span', { class: `severity ${finding.severity}` }, finding.severity),
    element('span', { class: 'message' }, inlineCode(finding.message)),
    element('span', { class: 'where' }, whereWords(entry)),
  );
  button.addEventListener('click', toggle);
  const node = element('li', { class: 'finding' }, button, details);
  return {
    entry,
    node,
    open: (isOpen) => {
      if (isOpen && details.childElementCount === 0) details.append(...findingDetails(entry, rules));
      details.hidden = !isOpen;
      button.setAttribute('aria-expanded', String(isOpen));
      node.classList.toggle('open', isOpen);
    },
    focus: () => {
      button.focus({ preventScroll: true });
      node.scrollIntoView({ block: 'nearest' });
    },
    hasFocus: () => node.contains(document.activeElement),
  };
}

function whereWords({ finding }: FindingEntry): string {
  const { start, part, ruleId, contract, microversion, operations: [operation] = [] } = finding;
  const line = isWholeResponse(finding) ? undefined : `${start.line}:${start.column}`;
  return [line, part, ruleId, contract, microversion, operation]
    .filter((text) => text !== undefined)
    .join(' · ');
}
