import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from './package-root';

let sections: ReadonlyMap<string, string> | undefined;

/** The section of docs/rules.md about a rule, without its heading, as Markdown; undefined if there is none. The page is read once. */
export function ruleHelp(id: string): string | undefined {
  sections ??= new Map(
    readFileSync(join(packageRoot(), 'docs', 'rules.md'), 'utf8')
      .split(/^(?=## )/m)
      .map((text) => {
        const [heading = '', ...lines] = text.split('\n');
        return [heading.replace(/^## /, ''), lines.join('\n').trim()];
      }),
  );
  return sections.get(id);
}
