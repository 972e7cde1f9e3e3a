import { textMember } from '../../model/json/json-value';
import { formatVersionId } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { misfitOf, selfUrlsOf, type SelfMisfit, type SelfUrl } from './about/self-url';
import { quote } from '../../wording/quote';

/** Needs all documents of a service: whether a major version alone is enough depends on the other self links. */
export const selfVersion: Rule<'versions-set'> = {
  id: 'self-version',
  subject: 'versions-set',
  severity: 'error',
  summary: 'The self link of a version leads to the version in its id.',
  needs: { isMet: (set) => selfUrlsOf(set).length > 0, otherwise: 'no self links of versions' },
  check: function* (set) {
    const urls = selfUrlsOf(set);
    for (const url of urls) {
      const misfit = misfitOf(url, urls);
      if (misfit !== undefined)
        yield { at: placeIn(url.document, url.link.pointer, 'value'), ...misfitReport(url, misfit) };
    }
  },
};

function misfitReport({ entry, link }: SelfUrl, misfit: SelfMisfit): Omit<Report, 'at'> {
  const id = textMember(entry.value, 'id');
  switch (misfit.kind) {
    case 'no-version':
      return {
        message: `expected the self link of "${id}", got ${quote(link.href)}, which names no version`,
      };
    case 'another-version':
      return {
        message: `expected the self link of "${id}", got ${quote(link.href)}, which leads to ${formatVersionId(misfit.named)}`,
      };
    case 'no-minor': {
      const { other } = misfit;
      return {
        message: `${quote(link.href)} has no minor version, but ${quote(other.link.href)} does: add that of the id, "${id}"`,
        related: [
          {
            at: placeIn(other.document, other.link.pointer, 'value'),
            message: 'this one has a minor version',
          },
        ],
      };
    }
  }
}
