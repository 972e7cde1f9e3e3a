import type { Document, KnownDocument } from '../../model/documents/document';
import type { Place, TokenRange } from '../../model/documents/place';
import type { Source } from '../../model/documents/source';

/** A document that is read when something in it is first asked for. */
export function lazyDocument(
  { name, kind, origin }: { readonly name: string } & Pick<Document, 'kind' | 'origin'>,
  read: () => Document,
  known: KnownDocument | undefined,
): Document {
  let opened: Document | undefined;
  const document = () => (opened ??= read());
  return {
    source: lazySource(name, () => document().source),
    kind,
    origin,
    get value() {
      return document().value;
    },
    get exact() {
      return document().exact;
    },
    get problems() {
      return document().problems;
    },
    ...(known === undefined ? {} : { known }),
  };
}

/** A source of a whole file that is read when its text is first asked for, or a place of which the range is not known. */
export function lazySource(
  name: string,
  read: () => Source,
  known: (place: Place) => TokenRange | undefined = () => undefined,
): Source {
  let opened: Source | undefined;
  const source = () => (opened ??= read());
  return {
    name,
    get text() {
      return source().text;
    },
    locate: (places) => {
      const ranges = places.map(known);
      const left = places.filter((_, index) => ranges[index] === undefined);
      const found = left.length === 0 ? [] : [...source().locate(left)];
      return ranges.flatMap((range) => range ?? found.splice(0, 1));
    },
  };
}
