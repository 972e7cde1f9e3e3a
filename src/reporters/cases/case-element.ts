import type { Finding } from '../../model/findings/finding';
import type { Severity } from '../../model/severity';
import { documentName } from '../../model/documents/source';
import type { WorkingFolder } from '../../model/working-folder';
import { findingInDocument } from '../finding-in-document';
import { inRepository, pathIfFile, repositoryPlace } from '../hosts/repository-place';
import { operationNote } from '../operation-words';
import { formatFindings } from '../pretty/format-findings';
import { visibleText } from '../visible-text';
import type { CaseElement } from './case-format';
import type { TestCase } from './test-cases';

/** What a case prints of its findings: the first, and how many there are. */
export interface CaseFindings extends Pick<TestCase, 'rule' | 'failed' | 'skipped'> {
  readonly file?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly first: Finding | undefined;
  readonly total: number;
}

/** A case as an element of a suite. A finding below the fail level is printed with its case, but does not fail it. */
export function caseElement(
  { suite, classname }: Pick<CaseElement, 'suite' | 'classname'>,
  found: CaseFindings,
  text: Iterable<string>,
  working: Partial<WorkingFolder>,
): CaseElement {
  const { rule, severity, failed, skipped, first, total } = found;
  return {
    suite,
    classname: visibleText(classname),
    name: rule,
    ...placeOf(found, working),
    ...(skipped === undefined ? {} : { skipped: visibleText(skipped) }),
    ...(first === undefined
      ? {}
      : { outcome: { text, message: headline(first, total), type: severity, failed } }),
  };
}

/** The file of a case, with the line of its first finding; of a case that is about no file, that of its first finding. */
function placeOf(
  { file, first }: Pick<CaseFindings, 'file' | 'first'>,
  working: Partial<WorkingFolder>,
): Pick<CaseElement, 'file' | 'line'> {
  const own = file === undefined ? undefined : pathIfFile(file, working);
  const isThere = first !== undefined && (own === undefined || first.file === file);
  const place = isThere ? repositoryPlace(first, working) : undefined;
  const path = place?.path ?? own;
  return {
    ...(path === undefined ? {} : { file: visibleText(path) }),
    ...(place === undefined ? {} : { line: place.start.line }),
  };
}

/** The findings of a case as text. Its reader is on a page of a server, so its files, too, are named from the top of the repository. */
export function findingsText({ findings, file, part }: TestCase, working: Partial<WorkingFolder>): string {
  const document = file === undefined ? undefined : documentName({ file, part });
  return formatFindings(
    findings
      .map((finding) => findingInDocument(finding, document))
      .map(({ related, ...finding }) => ({
        ...inRepository(finding, working),
        related: related.map((place) => inRepository(place, working)),
      })),
    { color: false },
  );
}

function headline(finding: Finding, total: number): string {
  const { ruleId, message } = finding;
  return `${ruleId}: ${visibleText(message)}${operationNote(finding)}${total > 1 ? ` (and ${total - 1} more)` : ''}`;
}
