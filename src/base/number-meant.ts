// What number was meant by one that is written as it is elsewhere.

/**
 * `1,200`, `1.200,50`, `12,5` and `1225,` without their commas, a decimal one as a point. Three digits
 * behind a comma are thousands: `1,200` is hardly ever one and a fifth.
 */
export function withoutCommas(text: string): string | undefined {
  if (!text.includes(',')) return undefined
  if (/^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?%?$/.test(text)) return text.replaceAll(',', '')
  if (/^[-+]?\d+,\d+%?$/.test(text)) return text.replace(',', '.')
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+%?$/.test(text)) {
    return text.replaceAll('.', '').replace(',', '.')
  }
  return /^[-+]?\d[\d_]*(?:\.\d+)?%?,$/.test(text) ? text.slice(0, -1) : undefined
}

/** What is meant by a number without its zero, a book-keeper's (200), `1'350`, or `1.35k`. */
export function numberMeant(text: string): string | undefined {
  const negative = /^\((\d[\d_]*(?:\.\d+)?%?)\)$/.exec(text)?.[1]
  if (negative !== undefined) return `-${negative}`
  const point = /^([-+]?)(\.\d+%?)$/.exec(text)
  if (point !== null) return `${point[1] ?? ''}0${point[2] ?? ''}`
  if (/^[-+]?[1-9]\d{0,2}(?:['’]\d{3})+(?:\.\d+)?%?$/.test(text)) return text.replace(/['’]/g, '')
  const thousands = /^([-+]?)(\d+)(?:\.(\d{1,3}))?[kK]$/.exec(text)
  if (thousands === null) return withoutCommas(text)
  const [, sign = '', whole = '', part = ''] = thousands
  const digits = `${whole}${part.padEnd(3, '0')}`.replace(/^0+(?=\d)/, '')
  return `${sign}${digits}`
}
