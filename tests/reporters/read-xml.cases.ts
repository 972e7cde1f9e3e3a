import { describe, expect, test } from '@jest/globals';
import { readXml } from './read-xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('the XML reader of these tests', () => {
  test('reads elements, attributes and text', () => {
    expect(readXml(`${HEAD}<a x="1&#xA;&quot;"><b/>t &lt; &amp;</a>\n`)).toEqual({
      name: 'a',
      attributes: { x: '1\n"' },
      children: [{ name: 'b', attributes: {}, children: [], text: '' }],
      text: 't < &',
    });
  });

  test.each([
    ['an unclosed element', '<a>'],
    ['crossed elements', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a lone surrogate', '<a>\ud800</a>'],
    ['a noncharacter', '<a>\uffff</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>a & b</a>'],
    ['a bare < in an attribute', '<a x="<"/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['the end of a CDATA section in text', '<a>]]></a>'],
  ])('refuses %s', (_, body) => {
    expect(() => readXml(HEAD + body)).toThrow(Error);
  });
});
