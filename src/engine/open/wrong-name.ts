/** What is wrong with the name of a property in a manifest, and which of its characters are wrong. */
export interface WrongName {
  readonly at: number;
  readonly length: number;
  readonly message: string;
}

/** Says what is wrong with the name of a contract, or a URL of `references:`; undefined for names in other objects. */
export function wrongName(object: string, name: string): WrongName | undefined {
  if (object === '/contracts') return wrongContract(name);
  return object === '/references' ? wrongUrl(name) : undefined;
}

const ALLOWED =
  'a name consists of letters from a to z, digits, `_`, `.`, `:`, `/`, `-` and placeholders such as `{name}`';

/** The longest beginning of a name that may be the name of a contract. */
const RIGHT = /^(?:[A-Za-z0-9_.:/-]|\\\{[A-Za-z0-9_-]*\}|\\[{}]|\{[A-Za-z_][A-Za-z0-9_-]*\})*/;

function wrongContract(name: string): WrongName {
  if (name === '') return { at: 0, length: 0, message: 'a contract needs a name' };
  const at = RIGHT.exec(name)?.[0].length ?? 0;
  const character = String.fromCodePoint(name.codePointAt(at) ?? 0);
  const wrong = { at, length: character.length };
  if (character === '{' || character === '}') {
    const [braces] = /^\{[^{}]*\}/.exec(name.slice(at)) ?? [];
    return braces === undefined
      ? {
          ...wrong,
          message: `\`${character}\` without its partner: write \`\\${character}\` for a brace, or a placeholder such as \`{name}\``,
        }
      : {
          at,
          length: braces.length,
          message: `\`${braces}\` is not a placeholder: expected a word in the braces, such as \`{name}\`; write \`\\{\` for a brace`,
        };
  }
  const what = /\s/.test(character) ? 'a space' : `\`${character}\``;
  return { ...wrong, message: `the name of a contract has ${what}: ${ALLOWED}` };
}

function wrongUrl(name: string): WrongName {
  const space = name.search(/\s/);
  if (space !== -1)
    return { at: space, length: 1, message: 'a URL has no spaces: write `%20`, or remove the space' };
  const hash = name.slice(0, -1).indexOf('#');
  if (hash !== -1)
    return {
      at: hash,
      length: name.length - hash,
      message: `\`references:\` maps whole files: remove \`${name.slice(hash)}\``,
    };
  const url = name.replace(/^\/*/, '');
  return {
    at: 0,
    length: name.length,
    message:
      url === ''
        ? 'expected a URL, such as `https://docs.example.com/*`'
        : `\`${name}\` is not a URL: begin it with its scheme, as in \`https://${url}\``,
  };
}
