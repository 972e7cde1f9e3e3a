import { styleText } from 'node:util';
import type { Severity } from '../../model/severity';

/** What a piece of text is; it decides the colour. */
export type Style = Severity | 'good' | 'heading' | 'faint';

/** Colours a piece of text by its style, or returns it as it is. */
export type Paint = (style: Style, text: string) => string;

const FORMATS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  good: 'green',
  heading: 'bold',
  faint: 'dim',
};

/** A painter that uses colour, or none. */
export function paint(color: boolean): Paint {
  // Not decided by the stream: the caller has decided, and may print to a file.
  return color
    ? (style, text) => (text === '' ? '' : styleText(FORMATS[style], text, { validateStream: false }))
    : (_, text) => text;
}
