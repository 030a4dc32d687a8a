/** Shows a page that the server writes. */

import { commands, Uri } from 'vscode'

/** The server gives the text of the page; VS Code shows it as it shows a README. */
export async function showPage(page: string): Promise<void> {
  await commands.executeCommand('markdown.showPreviewToSide', Uri.parse(page))
}
