import { quote } from '../wording/quote';

/** What is wrong with a reference to a folder. */
export function folderMessage(reference: string): string {
  return `${quote(reference)} is a folder: name a file in it`;
}
