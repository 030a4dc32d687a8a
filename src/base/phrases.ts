// Words of a sentence: lists, and the article before a noun.

/** `a`, `a and b`, `a, b and c`. */
export function and(words: readonly string[]): string {
  return joined(words, 'and')
}

/** `a`, `a or b`, `a, b or c`. */
export function or(words: readonly string[]): string {
  return joined(words, 'or')
}

/** `a family`, `an item`, `a unit`. */
export function withArticle(noun: string): string {
  return `${/^(?!uni|use)[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
