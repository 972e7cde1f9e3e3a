import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of this repository. */
export const ROOT = join(__dirname, '../..');

/** A fenced block of a Markdown page: ```` ```console project=pets exit=1 ````. */
export interface Block {
  readonly page: string;
  /** The line of the opening fence, 1-based. */
  readonly line: number;
  readonly language: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Every page that people read, by path below the root. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .toSorted(),
];

/** The text of a page. */
export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

const FENCE = /^```(\w+)([^\n]*)\n([^]*?)^```$/gm;

/** The blocks of a page that name a language, in order. */
export function blocksOf(page: string, text = readPage(page)): readonly Block[] {
  return Array.from(text.matchAll(FENCE), (match) => {
    const [, language = '', words = '', content = ''] = match;
    return {
      page,
      line: text.slice(0, match.index).split('\n').length,
      language,
      attributes: readAttributes(words),
      text: content,
    };
  });
}

/** Every block of these languages, on all pages. */
export function allBlocks(...languages: readonly string[]): readonly Block[] {
  return PAGES.flatMap((page) => blocksOf(page)).filter(({ language }) => languages.includes(language));
}

/** The text of a page with each block's text replaced. Attributes that are given are written into the fence. */
export async function rewriteBlocks(
  page: string,
  rewrite: (block: Block) => Promise<Pick<Block, 'attributes' | 'text'>>,
): Promise<string> {
  const text = readPage(page);
  let rewritten = text;
  for (const block of blocksOf(page, text)) {
    const made = await rewrite(block);
    rewritten = rewritten.replace(writeBlock(block), () => writeBlock({ ...block, ...made }));
  }
  return rewritten;
}

function readAttributes(words: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(words.matchAll(/([\w-]+)=(\S+)/g), ([, name = '', value = '']) => [name, value] as const),
  );
}

function writeBlock({ language, attributes, text }: Pick<Block, 'language' | 'attributes' | 'text'>): string {
  const words = [language, ...Array.from(attributes, ([name, value]) => `${name}=${value}`)];
  return `\`\`\`${words.join(' ')}\n${text}\`\`\``;
}
