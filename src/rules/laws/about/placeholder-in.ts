import type { Document } from '../../../model/document';

const FORMS = [
  /\$\{[^{}]*\}/,
  /\{\{?[^{}]+\}?\}/,
  /[%$]\(\w+\)[a-z]?/,
  /\$[A-Za-z_]\w*/,
  /<[A-Za-z_][\w .-]*>/,
];

/** The part of a text that stands for a value still to be filled in: `{Max}`, `%(host)s`, `$VAR`, `<version>`. */
export function placeholderIn(text: string): string | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match !== null) return match[0];
  }
  return undefined;
}

/** Whether a value of a sample is `no-placeholder`'s to report, so that other laws leave it alone. */
export function isPlaceholder(document: Document, value: unknown): boolean {
  return document.kind === 'sample' && typeof value === 'string' && placeholderIn(value) !== undefined;
}
