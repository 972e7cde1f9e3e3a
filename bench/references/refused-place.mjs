/**
 * Where an example is written, from the pointer at which a tool refuses something in it. References on the way are followed, so that tools that
 * resolve them and tools that do not give the same place. Undefined for `default`, which only samplegate checks, and outside of examples.
 */
export function refusedPlace(document, pointer) {
  const tokens = pointer.split('/').slice(1).map(unescape);
  let [path, value] = [[], document];
  for (const [index, token] of tokens.entries()) {
    [path, value] = behindReferences(document, path, value);
    value = value?.[token];
    path = [...path, token];
    const before = tokens[index - 1];
    if (before === 'properties') continue;
    const isExample = token === 'example' || token === 'x-example' || before === 'examples';
    if (isExample) return pointerTo(behindReferences(document, path, value)[0]);
  }
  return undefined;
}

/** Where a `$ref` leads, through others. */
function behindReferences(document, path, value) {
  const reference = value?.$ref;
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return [path, value];
  const steps = decodeURIComponent(reference).slice(2).split('/').map(unescape);
  const target = steps.reduce((inner, step) => inner?.[step], document);
  return target === value ? [path, value] : behindReferences(document, steps, target);
}

function unescape(token) {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A JSON Pointer through these steps. */
export function pointerTo(path) {
  return path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
