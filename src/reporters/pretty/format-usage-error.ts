import type { Finding } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import type { TextRange } from '../../model/documents/place';
import type { Source } from '../../model/documents/source';
import type { UsageError } from '../../model/usage-error';
import { anchorPlaces, compareFindings } from '../../model/findings/finding';
import { excerptOf } from '../../text/excerpt';
import { formatFindings } from './format-findings';

/** What stopped a run, and each place to fix before it can start, printed like findings; no newline at the end. */
export function formatUsageError(error: UsageError, { color }: { readonly color: boolean }): string {
  const findings = usageFindings(error);
  if (findings.length === 0) return error.message;
  return `${error.message}\n\n${formatFindings(findings, { color })}`;
}

/** The places to fix as findings, text by text and in the order of each. */
export function usageFindings({ details, source: ofError, topic }: UsageError): readonly Finding[] {
  const bySource = groupBy(details, ({ source = ofError }) => source);
  return [...bySource].flatMap(([source, inSource]) =>
    source === undefined ? [] : findingsIn(source, inSource, topic),
  );
}

function findingsIn(
  source: Source,
  details: UsageError['details'],
  topic: UsageError['topic'],
): readonly Finding[] {
  const ranges = source.locate(details.map(({ place }) => place));
  return details
    .flatMap(({ place, message }, index): readonly Finding[] => {
      const range = ranges[index];
      if (range === undefined) return [];
      return [
        {
          ruleId: topic,
          // A mistake is printed, and never compared with those of another run.
          fingerprint: '',
          severity: 'error',
          message,
          file: place.file,
          ...('pointer' in place && place.pointer !== undefined ? { pointer: place.pointer } : {}),
          start: range.start,
          end: range.end,
          ...excerptIn(source, range),
          also: [],
          related: anchorPlaces(range, place.file),
        },
      ];
    })
    .toSorted(compareFindings);
}

function excerptIn(source: Source, range: TextRange): Pick<Finding, 'excerpt'> {
  const excerpt = excerptOf(source.text, range);
  return excerpt === undefined ? {} : { excerpt };
}
