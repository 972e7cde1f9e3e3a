/** Characters that fill two columns: East Asian Width W and F (Unicode TR 11), and emoji that are not part of a flag. */
const wide = () =>
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d356}\u{1d360}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|(?!\p{Regional_Indicator})\p{Emoji_Presentation}/u;

/** Characters that are drawn over their neighbour, or not at all: combining marks, joiners, fillers. */
const zero = () => /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;

/** Characters that keep their own columns after the first of a cluster: spacing marks, half-width and full-width forms. */
const added = () => /[\p{Mc}\uff00-\uffef]/u;

const ASCII = /^[ -~]*$/;

/** What needs the locale data of Node; made when the first text is not ASCII. */
interface Clusters {
  readonly segmenter: Intl.Segmenter;
  /** A cluster that is drawn as one emoji, such as a flag. The compiler's target has no literal for such a set of strings. */
  readonly emoji: RegExp;
}

let clusters: Clusters | undefined;

/** The columns that a printable text takes in a terminal, as string-width counts them. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  const { emoji } = loadClusters();
  return clustersOf(text).reduce(
    (sum, cluster) => sum + (emoji.test(cluster) ? 2 : clusterWidth(cluster)),
    0,
  );
}

/** The characters of a text as people count them: an emoji with its modifiers is one. */
export function clustersOf(text: string): readonly string[] {
  if (/^[\t -~]*$/.test(text)) return text.split('');
  const { segmenter } = loadClusters();
  return piecesOf(text).flatMap((piece) => Array.from(segmenter.segment(piece), ({ segment }) => segment));
}

/** In UTF-16 code units. */
const LONGEST_PIECE = 1000;

/** A text in pieces that end with a whole character: the time that segments take grows faster than the text, which may have megabytes. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const isCut = /[\uD800-\uDBFF]/.test(text.charAt(from + LONGEST_PIECE - 1));
    const end = from + LONGEST_PIECE - (isCut ? 1 : 0);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}

function loadClusters(): Clusters {
  clusters ??= { segmenter: new Intl.Segmenter(), emoji: new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v') };
  return clusters;
}

function clusterWidth(cluster: string): number {
  const [first, ...others] = Array.from(cluster).filter((character) => !zero().test(character));
  if (first === undefined) return 0;
  return [first, ...others.filter((character) => added().test(character))]
    .map((character): number => (wide().test(character) ? 2 : 1))
    .reduce((sum, width) => sum + width, 0);
}

/** The text filled with spaces up to `width` columns. */
export function padDisplay(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
