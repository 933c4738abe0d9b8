/** A part of an .xlsx whose tags all have a prefix, <x:row>, as some libraries write it, without that prefix. */
export function withoutNamespace(xml: string): string {
  const prefix = /<(\w+):(?:worksheet|sst|styleSheet|workbook|comments)\b/.exec(xml.slice(0, 4000))?.[1]
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}

/** The value of an attribute within the tag. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? (found[1] ?? found[2]) : undefined
}

/**
 * The XML with the elements of a name changed, tag and all; none of them is within another. One that has no end, and what
 * comes after it, stays: a search for the end of each of many would take the square of the time.
 */
export function withElements(xml: string, name: string, change: (element: string) => string): string {
  const tags = new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')
  const close = `</${name}>`
  const parts: string[] = []
  let done = 0
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    const isEmpty = tag[0].endsWith('/>')
    const inner = isEmpty ? tags.lastIndex : xml.indexOf(close, tags.lastIndex)
    if (inner < 0) break
    const end = isEmpty ? inner : inner + close.length
    parts.push(xml.slice(done, tag.index), change(xml.slice(tag.index, end)))
    tags.lastIndex = done = end
  }
  return parts.join('') + xml.slice(done)
}

/** The elements of a name, tag and all. */
export function elements(xml: string, name: string): string[] {
  const found: string[] = []
  withElements(xml, name, (element) => {
    found.push(element)
    return element
  })
  return found
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** The texts that many cells share, in the order of their numbers. */
export function sharedTexts(strings: string): string[] {
  const xml = withoutSections(strings)
  const texts: string[] = []
  const start = /<si(?:\s[^<>]*)?>/g
  for (let found = start.exec(xml); found; found = start.exec(xml)) {
    const isEmpty = found[0].endsWith('/>')
    const end = isEmpty ? start.lastIndex : xml.indexOf('</si>', start.lastIndex)
    if (end < 0) throw new Error('a text is cut off')
    texts.push(isEmpty ? '' : textOf(xml.slice(start.lastIndex, end)))
    start.lastIndex = end
  }
  return texts
}

/** The text of <is> or <si>: its runs one after the other, without the guide to the pronunciation of Japanese. */
export function textOf(xml: string): string {
  const tags = /<(\/?)(rPh|t)(\s[^<>]*)?>/g
  let text = ''
  let isGuide = false
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    const [whole, close, name, details = ''] = tag
    if (name === 'rPh') isGuide = !close
    else if (!close && !isGuide && !whole.endsWith('/>')) {
      const end = xml.indexOf('<', tags.lastIndex)
      const written = xml.slice(tags.lastIndex, end < 0 ? xml.length : end)
      text += decoded(/xml:space=["']preserve/.test(details) ? written : written.trim())
    }
  }
  return text
}

/** What the signs of XML and of Excel stand for: &lt; and _x000D_. All line ends are line feeds. */
export function decoded(xml: string): string {
  const plain = xml.includes('&') ? xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, entity) : xml
  const own = plain.includes('_x')
    ? plain.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : plain
  return own.includes('\r') ? own.replace(/\r\n?/g, '\n') : own
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name) return ENTITIES[name] ?? whole
  const code = decimal ? Number(decimal) : parseInt(hexadecimal!, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Text in <![CDATA[…]]> as it would be written elsewhere. */
export function withoutSections(xml: string): string {
  if (!xml.includes('<![CDATA[')) return xml
  const [first, ...sections] = xml.split('<![CDATA[')
  const plain = sections.map((section) => {
    const end = section.indexOf(']]>')
    if (end < 0) throw new Error('a text is cut off')
    return section.slice(0, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;') + section.slice(end + 3)
  })
  return first + plain.join('')
}

/** A text as it is written in XML. */
export function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A half of a sign of two, which is no Unicode. */
export const LONE = /\p{Surrogate}/gu

/** Signs that XML has no place for, or would change, as Excel writes them: _x000D_ is a carriage return. */
export function escaped(text: string): string {
  const code = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  return text.replace(/_(?=x[0-9a-f]{4}_)|[\0-\x08\v-\x1f\ufffe\uffff]/gi, code).replace(LONE, code)
}

/** A text as it stands between two tags. */
export function written(text: string): string {
  return escaped(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
}
