import type { Document } from '../../../model/documents/document';

const FORMS = [
  /\$\{[^{}]*\}/,
  /\{\{?[^{}]+\}?\}/,
  /[%$]\(\w+\)[a-z]?/,
  /\$[A-Za-z_]\w*/,
  /<[A-Za-z_][\w .-]*>/,
];

/** The part of a text that is a placeholder for a value: `{Max}`, `%(host)s`, `$VAR`, `<version>`. */
export function placeholderIn(text: string): string | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match !== null) return match[0];
  }
  return undefined;
}

/** Whether `no-placeholder` reports this value of a sample, so that other laws skip it. */
export function isPlaceholder(document: Document, value: unknown): boolean {
  return document.kind === 'sample' && typeof value === 'string' && placeholderIn(value) !== undefined;
}
