import type { Finding } from '../../model/finding';
import type { Severity } from '../../model/severity';
import { documentName } from '../../model/source';
import { findingInDocument } from '../finding-in-document';
import { formatFindings } from '../pretty/format-findings';
import type { JunitCase } from './junit-cases';
import type { JunitElement } from './junit-xml';
import { isWholeResponse } from '../response-place';
import { operationNote } from '../operation-words';
import { visibleText } from '../visible-text';
import { xmlText } from './xml-text';

/** What a case prints of its findings: the first, and how many there are. */
export interface JunitFindings extends Pick<JunitCase, 'rule' | 'failed' | 'skipped'> {
  readonly file?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly first: Finding | undefined;
  readonly total: number;
}

/** A case as an element. A finding below the fail level is printed with its case, but does not fail it. */
export function junitElement(
  classname: string,
  { file, rule, severity, failed, skipped, first, total }: JunitFindings,
  text: Iterable<string>,
): JunitElement {
  const isAtLine = first !== undefined && first.file === file && !isWholeResponse(first);
  const failure = first !== undefined && failed && { message: headline(first, total), type: severity };
  return {
    classname: visibleText(classname),
    name: rule,
    file: file === undefined ? undefined : visibleText(file),
    line: isAtLine ? first.start.line : undefined,
    ...(skipped === undefined ? {} : { skipped }),
    ...(first === undefined ? {} : { outcome: { text, ...(failure === false ? {} : { failure }) } }),
  };
}

/** The findings of a case as XML. */
export function findingsXml({ findings, file, part }: JunitCase): string {
  const document = file === undefined ? undefined : documentName({ file, part });
  return xmlText(
    formatFindings(
      findings.map((finding) => findingInDocument(finding, document)),
      { color: false },
    ),
  );
}

function headline(finding: Finding, total: number): string {
  const { ruleId, message } = finding;
  return `${ruleId}: ${visibleText(message)}${operationNote(finding)}${total > 1 ? ` (and ${total - 1} more)` : ''}`;
}
