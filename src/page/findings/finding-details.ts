import type { RuleInfo } from '../../model/findings/check-result';
import { contractsNamed, type Finding } from '../../model/findings/finding';
import { formatPosition } from '../../reporters/finding-line';
import { isInResponse } from '../../reporters/response-place';
import { element, webLink, type ElementContent } from '../elements/element';
import { writeFragment } from '../view/page-view';
import { inlineCode, markdownNodes } from '../elements/rich-text';
import type { FindingEntry } from './select-findings';
import { codeExcerpt } from './code-excerpt';

/** Everything that the report says about one finding. */
export function findingDetails(
  { finding, id }: FindingEntry,
  rules: ReadonlyMap<string, RuleInfo>,
): readonly HTMLElement[] {
  const { clients, related, also, operations = [], curl, pointer, part } = finding;
  const excerpt = codeExcerpt(finding);
  return [
    ...(excerpt === undefined ? [] : [excerpt]),
    facts([
      ['Place', element('code', {}, formatPosition(finding))],
      ['Part', part],
      ['Manifest', finding.manifest],
      [
        'Pointer',
        pointer === undefined
          ? undefined
          : element('code', {}, pointer === '' ? '(the whole document)' : pointer),
      ],
      ['Operations', operations.length === 0 ? undefined : list(operations)],
      ['Clients', clients === undefined ? undefined : inlineCode(clients)],
      ['Related', related.length === 0 ? undefined : list(related.map(relatedWords))],
      ['Also', also.length === 0 ? undefined : list(also.map(alsoWords))],
      ['Request', curl === undefined ? undefined : commandLine(curl)],
      ['Rule', ruleHelp(finding.ruleId, rules.get(finding.ruleId))],
      ['Show only', narrowing(finding, id)],
    ]),
  ];
}

function facts(rows: readonly (readonly [name: string, content: ElementContent])[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    rows.flatMap(([name, content]) =>
      content === undefined ? [] : [element('dt', {}, name), element('dd', {}, content)],
    ),
  );
}

/** A single item needs no bullet. */
function list(items: readonly ElementContent[]): ElementContent {
  if (items.length === 1) return items[0];
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, item)),
  );
}

function relatedWords(related: Finding['related'][number]): ElementContent {
  return [
    ...inlineCode(related.message),
    ': ',
    element('code', {}, formatPosition(related)),
    ...(related.pointer === undefined ? [] : [' ', element('code', {}, related.pointer)]),
  ];
}

function alsoWords({ ruleId, keyword, keywordLocation }: Finding['also'][number]): ElementContent {
  const where = [keyword, keywordLocation].filter((text) => text !== undefined).join(', ');
  return [element('code', {}, ruleId), where === '' ? '' : ` (${where})`];
}

function commandLine(curl: string): HTMLElement {
  const code = element('pre', { tabindex: '0' }, element('code', {}, curl));
  const button = element('button', { type: 'button', class: 'copy' }, 'Copy');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(curl);
      button.replaceChildren('Copied');
    } catch {
      // A page may not be allowed to: the text is selected, to be copied with the keyboard.
      getSelection()?.selectAllChildren(code);
    }
  };
  button.addEventListener('click', () => void copy());
  return element('div', { class: 'command' }, code, button);
}

function ruleHelp(id: string, rule: RuleInfo | undefined): ElementContent {
  if (rule === undefined) return element('code', {}, id);
  const { summary, help, url } = rule;
  return [
    element('p', {}, element('code', {}, id), ': ', inlineCode(summary)),
    help === ''
      ? undefined
      : element(
          'details',
          {},
          element('summary', {}, 'What the rule claims, why, and how to turn it off'),
          markdownNodes(help),
        ),
    url === undefined ? undefined : element('p', {}, 'Documentation: ', webLink(url, url)),
  ];
}

/** Links that filter by what the finding has, and one to the finding itself. */
function narrowing(finding: Finding, id: string): ElementContent {
  const links: readonly (readonly [string, string])[] = [
    ['this finding', writeFragment({ finding: id })],
    ['this rule', writeFragment({ rule: finding.ruleId })],
    ...contractsNamed(finding).map(
      (contract) => [`contract ${contract}`, writeFragment({ contract })] as const,
    ),
    [isInResponse(finding) ? 'this URL' : 'this file', writeFragment({ file: finding.file })],
  ];
  return element(
    'span',
    { class: 'links' },
    links.map(([name, href]) => element('a', { href }, name)),
  );
}
