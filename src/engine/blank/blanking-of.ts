import { createBlanks } from '../../live/secrets/create-blanks';
import { secretsPublishedIn } from '../../live/secrets/published-secrets';
import type { Exchange } from '../../model/live/exchange';
import { exchangesOf, type Fetched, type LiveExchange } from '../../model/live/live';
import { isResponseName } from '../../model/documents/source';
import { withSlash } from '../../model/live/target';
import type { AnyRule, SubjectLists } from '../../rules/rule';
import type { Blanking } from './blank-words';

/** What was judged, and what was fetched for it. */
interface Judged {
  readonly subjects: Pick<SubjectLists, 'contract' | 'document' | 'exchange' | 'negotiation' | 'sample'>;
  readonly rules: readonly AnyRule[];
  readonly fetched: readonly Fetched[];
  /** The names of the texts that findings point into. */
  readonly files: readonly string[];
}

/** A service must not be able to keep a run busy with secrets of its own. The others are only blanked in the URLs that show them. */
const MOST_PUBLISHED = 100;

/** How secrets are blanked in the result of a run; undefined if everything that was judged came from files. */
export function blankingOf({ subjects, rules, fetched, files }: Judged): Blanking | undefined {
  const received = subjects.document.filter(({ kind }) => kind !== 'sample');
  if (fetched.length === 0 && received.length === 0) return undefined;
  const names = new Set(received.map(({ source }) => source.name));
  const isReceived = (file: string): boolean => names.has(file) || isResponseName(file);
  const answers = new Set(fetched.flatMap(exchangesOf).flatMap(textsIn));
  const texts = new Set([...received.map(({ source }) => source.text), ...answers]);
  const published = new Set([...texts].flatMap(secretsPublishedIn));
  return {
    isReceived,
    blanks: createBlanks(
      fetched.flatMap((target) => target.secrets),
      {
        published: [...published].slice(0, MOST_PUBLISHED),
        names: () => [
          ...rules.map(({ id }) => id),
          ...subjects.contract.map(({ name }) => name),
          ...[...subjects.sample, ...subjects.exchange].flatMap((subject) =>
            subject.claims.map(({ contract }) => contract.name),
          ),
          ...fetched.flatMap(({ target, exchanges }) =>
            exchanges
              .filter((exchange) => exchange.claims.length > 0)
              .flatMap((exchange) => namesOf(exchange, target.url)),
          ),
          ...files.filter((file) => !isReceived(file)),
        ],
        terms: subjects.negotiation.flatMap(({ service, legacyHeader }) => [
          service ?? '',
          legacyHeader ?? '',
        ]),
        typed: fetched.flatMap(({ target: { url } }) => [url, withSlash(url), url.replace(/\/$/, '')]),
      },
    ),
  };
}

/** The name of a request of the manifest, and its URL. */
function namesOf({ name }: LiveExchange, base: string): readonly string[] {
  return [name, withSlash(base) + name.replace(/^\S+ \/*/, '')];
}

/** Every text in which a service may have published a secret: bodies, and where it redirects to. */
function textsIn(exchange: Exchange): readonly string[] {
  if (exchange.kind === 'failed') return [];
  const { headers, body } = exchange.answer;
  return [body.source.text, ...headers.flatMap(([name, value]) => (/location$/i.test(name) ? [value] : []))];
}
