import { quote } from '../../wording/quote';

/** About a reference that leads to a file that is never read. */
export function outsideMessage(reference: string): string {
  return `${quote(reference)} is outside the folders that may be read: move it next to the document`;
}
