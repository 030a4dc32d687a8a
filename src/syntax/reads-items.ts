/** Whether a plan may say `from "file"`: what such files hold is in none of its texts. */
export function mayReadItems(text: string): boolean {
  // To look for a word is many times quicker.
  return text.includes('from') && /\bfrom\s+"/.test(text)
}
