/** `--format`: a table of names, each with its printer. */

import type { ReportSettings } from '../configuration/configuration.ts'
import type { Document } from '../markup/document.ts'
import { output } from './console.ts'
import { choice } from './option-values.ts'
import { looksOf, say } from './terminal.ts'

/** How something is printed: as a page for a person, or as a text for a program. */
export type Printer<Content, Options = undefined> = (
  content: Content,
  options: Options,
  width: number,
) => Promise<Document | string>

export type Formats<Content, Options = undefined> = Readonly<
  Record<string, Printer<Content, Options>>
>

/** The printer that a name asks for; another name is refused, with the nearest one. */
export function formatNamed<Content, Options>(
  formats: Formats<Content, Options>,
  name = 'pretty',
): Printer<Content, Options> {
  return formats[choice('--format', name, Object.keys(formats))] as Printer<Content, Options>
}

export async function print<Content, Options>(
  printer: Printer<Content, Options>,
  content: Content,
  options: Options,
  settings: ReportSettings,
): Promise<void> {
  const printed = await printer(content, options, looksOf(output, settings).width)
  if (typeof printed === 'string') output.write(printed)
  else say(printed, settings)
}
