/** Shows a page that the server writes. */

import { commands, Uri } from 'vscode'

/** Lists and comparisons are wide; what is about a place stands beside it. */
const PREVIEWS = { whole: 'markdown.showPreview', beside: 'markdown.showPreviewToSide' } as const

/** The server gives the text of the page; VS Code shows it as it shows a README. */
export async function showPage(page: string, how: keyof typeof PREVIEWS): Promise<void> {
  await commands.executeCommand(PREVIEWS[how], Uri.parse(page))
}
