import { element, webLink, type ElementContent } from './element';

/** A message with what is in backticks as code. */
export function inlineCode(text: string): readonly ElementContent[] {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.length > 2 && part.startsWith('`') && part.endsWith('`')
        ? element('code', {}, part.slice(1, -1))
        : part,
    );
}

/** The forms of Markdown that the help of rules uses: paragraphs, lists, quotes, headings, fenced code; in a line code, links, strong and emphasis. */
export function markdownNodes(markdown: string): readonly HTMLElement[] {
  return markdown
    .split(/^(```[\s\S]*?^```[^\n]*$)/m)
    .flatMap((part) => (part.startsWith('```') ? [fenced(part)] : blocks(part)));
}

function fenced(text: string): HTMLElement {
  const lines = text.split('\n');
  return element('pre', { tabindex: '0' }, element('code', {}, lines.slice(1, -1).join('\n')));
}

function blocks(text: string): readonly HTMLElement[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      if (/^[-*] /.test(block))
        return element(
          'ul',
          {},
          block.split(/\n(?=[-*] )/).map((item) => element('li', {}, inline(item.slice(2)))),
        );
      if (/^#+ /.test(block))
        return element('p', {}, element('strong', {}, inline(block.replace(/^#+ /, ''))));
      return element('p', {}, inline(block.replace(/^> ?/gm, '')));
    });
}

function inline(text: string): readonly ElementContent[] {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\)|\b_[^_]+_\b)/)
    .map((part): ElementContent => {
      const [, label = '', address = ''] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
      if (label !== '') return webLink(address, label);
      if (/^`[^`]+`$/.test(part)) return element('code', {}, part.slice(1, -1));
      if (/^\*\*[^*]+\*\*$/.test(part)) return element('strong', {}, inline(part.slice(2, -2)));
      if (/^_[^_]+_$/.test(part)) return element('em', {}, part.slice(1, -1));
      return part.replaceAll('\n', ' ');
    });
}
