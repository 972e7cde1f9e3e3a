import { formatVersionId, textMember } from '../../model/versions-entry';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { misfitOf, selfUrlsOf, type SelfMisfit, type SelfUrl } from './about/self-url';
import { quote } from '../../wording/quote';

/** Judged over all documents of a service: whether a major alone is enough depends on its neighbours. */
export const selfVersion: Rule<'versions-set'> = {
  id: 'self-version',
  subject: 'versions-set',
  severity: 'error',
  summary: 'The self link of a version leads to the version that the id says.',
  check: function* (set) {
    const urls = selfUrlsOf(set);
    for (const url of urls) {
      const misfit = misfitOf(url, urls);
      if (misfit !== undefined)
        yield { at: placeIn(url.document, url.link.pointer, 'value'), ...describe(url, misfit) };
    }
  },
};

function describe({ entry, link }: SelfUrl, misfit: SelfMisfit): Omit<Report, 'at'> {
  const id = textMember(entry.value, 'id');
  switch (misfit.kind) {
    case 'no-version':
      return { message: `${quote(link.href)} names no version, but the id is "${id}"` };
    case 'another-version':
      return {
        message: `${quote(link.href)} leads to ${formatVersionId(misfit.named)}, but the id is "${id}"`,
      };
    case 'no-minor': {
      const { beside } = misfit;
      return {
        message: `${quote(link.href)} tells no minor version, but ${quote(beside.link.href)} does: say that of the id, "${id}"`,
        related: [
          { at: placeIn(beside.document, beside.link.pointer, 'value'), message: 'tells its minor version' },
        ],
      };
    }
  }
}
