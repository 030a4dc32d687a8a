// `npm run vsix`: the extension for VS Code as a package, dist/concord.vsix or the path that is
// named. It brings the language server along, so that nothing else need be installed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { strToU8, zipSync } from 'fflate'
import { rolldown } from 'rolldown'

import { reading, readingForBrowser, root } from './entries.mjs'

const folder = 'language-server/vscode'
/** A zip says when each file was made; the same input gives the same bytes. */
const MADE = new Date(1980, 0, 1)

const manifest = JSON.parse(read(join(folder, 'package.json')))
const files = {
  ...own(),
  'LICENSE.txt': read('LICENSE'),
  'CHANGELOG.md': read('CHANGELOG.md'),
  'sop.tmLanguage.json': read('grammar/sop.tmLanguage.json'),
  'schema.json': read('src/configuration/schema.json'),
  'server.cjs': read('dist/language-server.cjs'),
  'server.worker.js': read('dist/language-server.worker.js'),
  'extension.cjs': await client('extension.ts', reading),
  'extension.browser.js': await client('extension-browser.ts', readingForBrowser),
}
const packed = {
  '[Content_Types].xml': strToU8(contentTypes()),
  'extension.vsixmanifest': strToU8(packageManifest()),
}
for (const [path, content] of Object.entries(files)) {
  packed[`extension/${path}`] = typeof content === 'string' ? strToU8(content) : content
}
const target = process.argv[2] ?? join(root, 'dist/concord.vsix')
mkdirSync(dirname(target), { recursive: true })
const bytes = zipSync(packed, { level: 9, mtime: MADE })
writeFileSync(target, bytes)
console.log(`${target}: ${Object.keys(files).length} files, ${Math.ceil(bytes.length / 1024)} KB`)

/** @param {string} path below the root */
function read(path) {
  return readFileSync(join(root, path), 'utf8')
}

/** @param {string} path below the root */
function content(path) {
  return path.endsWith('.png') ? new Uint8Array(readFileSync(join(root, path))) : read(path)
}

/** The files of the extension's folder that are not code, path in it → text, or bytes of a picture. */
function own() {
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const paths = found
    .filter((each) => each.isFile() && !each.name.endsWith('.ts'))
    .map((each) => join(each.parentPath, each.name).slice(join(root, folder).length + 1))
    .map((path) => path.replaceAll('\\', '/'))
  return Object.fromEntries(paths.toSorted().map((path) => [path, content(join(folder, path))]))
}

/** What VS Code loads: `vscode` is the editor itself. */
async function client(entry, how) {
  const input = join(folder, entry)
  const build = await rolldown({ ...how, input, external: ['vscode'] })
  const { output } = await build.generate({
    format: 'cjs',
    codeSplitting: false,
    minify: true,
    comments: { legal: true, annotation: false, jsdoc: false },
  })
  await build.close()
  return output[0].code
}

function contentTypes() {
  const types = { json: 'application/json', vsixmanifest: 'text/xml', md: 'text/markdown' }
  const other = { txt: 'text/plain', svg: 'image/svg+xml', cjs: 'application/javascript' }
  const more = { js: 'application/javascript', png: 'image/png' }
  const lines = Object.entries({ ...types, ...other, ...more }).map(
    ([ending, type]) => `<Default Extension=".${ending}" ContentType="${type}"/>`,
  )
  const space = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="${space}">${lines.join('')}</Types>\n`
}

/** What VS Code reads before it unpacks. */
function packageManifest() {
  const { name, version, publisher, displayName, description, engines } = manifest
  const asset = (type, path) =>
    `<Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true"/>`
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${escaped(displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(description)}</Description>
    <Tags>${escaped(manifest.keywords.join(','))}</Tags>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace,web"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${manifest.icon}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    ${asset('Code.Manifest', 'package.json')}
    ${asset('Services.Content.Details', 'README.md')}
    ${asset('Services.Content.Changelog', 'CHANGELOG.md')}
    ${asset('Services.Content.License', 'LICENSE.txt')}
    ${asset('Services.Icons.Default', manifest.icon)}
  </Assets>
</PackageManifest>
`
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
