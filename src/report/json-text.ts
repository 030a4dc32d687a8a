/** JSON whose text shows what it holds: invisible marks and marks of direction are written as escapes. */

const UNSEEN = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g

export function jsonText(content: unknown): string {
  const text = JSON.stringify(content, undefined, 2)
  return `${text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
