import { clipMiddle } from '../../model/clip-text';
import { visibleText } from '../../reporters/visible-text';

/** Attributes of an element. `false` and undefined leave one out, `true` gives it no value. */
export type ElementAttributes = Readonly<Record<string, string | boolean | undefined>>;

/** What is inside an element: nodes, and texts that are never read as HTML. */
export type ElementContent = Node | string | readonly ElementContent[] | undefined;

/** The longest text of one node. Reporters cut texts earlier: this limit only keeps the page usable with any data. */
const LONGEST = 4000;

/** An element of the page. Texts become text nodes, with characters that could hide or reorder others spelt out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: ElementAttributes = {},
  ...content: readonly ElementContent[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...nodesOf(content));
  return made;
}

/** The text as the page shows it: cut if it is very long, with invisible characters spelt out. */
function shownText(text: string): string {
  return clipMiddle(text, LONGEST).replaceAll('\t', '    ').split('\n').map(visibleText).join('\n');
}

/** A link to a web page, if the address is one; otherwise the text alone. */
export function webLink(address: string, text: string): HTMLElement {
  return isWebAddress(address)
    ? element('a', { href: address, rel: 'noopener noreferrer' }, text)
    : element('span', {}, text);
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

function nodesOf(content: readonly ElementContent[]): readonly Node[] {
  return content.flatMap((part): readonly Node[] => {
    if (part === undefined) return [];
    if (typeof part === 'string') return [document.createTextNode(shownText(part))];
    return part instanceof Node ? [part] : nodesOf(part);
  });
}
