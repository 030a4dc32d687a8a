/** Samples in a document: a comment says what the block below it shows. */

const SAMPLE = /<!-- (.+?) -->\n```(\w*)\n([\s\S]*?)```/g

/** The document with each sample as `show` gives it. */
export async function withSamples(
  document: string,
  show: (what: string) => Promise<string>,
): Promise<string> {
  let result = ''
  let at = 0
  for (const found of document.matchAll(SAMPLE)) {
    const [whole, what = '', language = ''] = found
    const shown = (await show(what)).trimEnd()
    result += `${document.slice(at, found.index)}<!-- ${what} -->\n\`\`\`${language}\n${shown}\n\`\`\``
    at = found.index + whole.length
  }
  return result + document.slice(at)
}
