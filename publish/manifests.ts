// What both manifests of the Excel add-in say, and what would be wrong with it. Microsoft's own check of the XML needs a
// network; these are the rules of its schema that a build can break.
import { XMLParser } from 'fast-xml-parser'

export interface UnifiedManifest {
  id: string
  version: string
  name: { short: string; full?: string }
  description: { short: string; full: string }
  developer: { name: string }
  localizationInfo: { additionalLanguages?: { file: string }[] }
  validDomains: string[]
  icons: { color: string; outline: string }
  extensions: {
    requirements: { capabilities: { name: string; minVersion: string }[] }
    runtimes: {
      code: { page: string; script: string }
      actions: { id: string; displayName?: string }[]
      customFunctions: { metadataUrl: string; namespace?: { id: string; name: string } }
    }[]
    keyboardShortcuts: Keys[]
    ribbons: { tabs: { groups: { icons: { url: string }[]; controls: { actionId: string; keytip: string }[] }[] }[] }[]
  }[]
}

export interface Keys {
  shortcuts: { key: Record<string, string>; actionId: string }[]
  keyMappingFiles: { shortcutsUrl: string }
}

export interface XmlManifest {
  id: string
  version: string
  provider: string
  description: string
  appDomains: string[]
  requirements: { name: string; minVersion: string }[]
  resources: { kind: string; id: string; value: string }[]
  references: string[]
  /** Every address in it, outside the list of domains. */
  addresses: string[]
  /** Where runtime, functions, commands and pane are loaded from. */
  pages: string[]
  imageSizes: { size: number; address: string }[]
  /** Where the keys are told. */
  overrides: string
}

type Element = Record<string, unknown>

export function readXml(text: string): XmlManifest {
  const root = new XMLParser({ ignoreAttributes: false, removeNSPrefix: true, parseTagValue: false }).parse(text) as {
    OfficeApp: Element
  }
  const elements = walk('OfficeApp', root.OfficeApp)
  const named = (name: string) => elements.filter((one) => one.name === name).map(({ element }) => element)
  const attribute = (name: string) => elements.flatMap(({ element }) => (element[`@_${name}`] as string) ?? [])
  const resources = ['Images', 'Urls', 'ShortStrings', 'LongStrings'].flatMap((kind) =>
    walk(kind, named(kind)[0]!).flatMap(({ element }) =>
      '@_id' in element ? [{ kind, id: String(element['@_id']), value: String(element['@_DefaultValue']) }] : [],
    ),
  )
  const valueOf = (element: Element) => resources.find(({ id }) => id === element['@_resid'])!.value
  return {
    id: String(root.OfficeApp.Id),
    version: String(root.OfficeApp.Version),
    provider: String(root.OfficeApp.ProviderName),
    description: String((root.OfficeApp.Description as Element)['@_DefaultValue']),
    appDomains: elements.flatMap(({ name, element }) =>
      name === 'AppDomains' ? [String((element as { AppDomain: string }).AppDomain)] : [],
    ),
    requirements: named('Set').map((set) => ({ name: String(set['@_Name']), minVersion: String(set['@_MinVersion']) })),
    overrides: String(named('ExtendedOverrides')[0]!['@_Url']),
    resources,
    references: attribute('resid'),
    addresses: [...attribute('DefaultValue'), ...attribute('Value'), ...attribute('Url')].filter((value) =>
      value.includes('://'),
    ),
    pages: [
      ...named('Runtime'),
      ...named('Page').map((page) => page.SourceLocation as Element),
      ...named('FunctionFile'),
      ...named('Action').map((action) => action.SourceLocation as Element),
    ].map(valueOf),
    imageSizes: named('Image').flatMap((image) =>
      '@_size' in image ? [{ size: Number(image['@_size']), address: valueOf(image) }] : [],
    ),
  }
}

function walk(name: string, node: unknown): { name: string; element: Element }[] {
  if (Array.isArray(node)) return node.flatMap((one) => walk(name, one))
  if (typeof node !== 'object' || node === null) return []
  const element = node as Element
  return [{ name, element }, ...Object.entries(element).flatMap(([child, value]) => walk(child, value))]
}

export function addressesIn(node: unknown): string[] {
  if (typeof node === 'string') return /^https?:/.test(node) && !node.includes('json-schemas') ? [node] : []
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(addressesIn) : []
}

/** The rules that the manifests break, in sentences. */
export function manifestProblems(xml: XmlManifest, json: UnifiedManifest): string[] {
  const { resources, version, pages } = xml
  const named = new Set(xml.references)
  const defined = resources.map(({ id }) => id)
  const longer = (kind: string, limit: number) =>
    resources.filter((one) => one.kind === kind && one.value.length > limit).map(({ id }) => id)
  const when = (isSo: boolean, sentence: string) => (isSo ? [sentence] : [])
  return [
    ...when(new Set(defined).size < defined.length, 'manifest.xml defines a resource twice'),
    ...[...named]
      .filter((id) => !defined.includes(id))
      .map((id) => `manifest.xml names the resource ${id}, which it does not define`),
    ...defined
      .filter((id) => !named.has(id))
      .map((id) => `manifest.xml defines the resource ${id}, which it does not name`),
    ...defined
      .filter((id) => id.length > 32)
      .map((id) => `manifest.xml: the name of the resource ${id} is longer than 32 characters`),
    ...longer('ShortStrings', 125).map((id) => `manifest.xml: the text ${id} is longer than 125 characters`),
    ...longer('LongStrings', 250).map((id) => `manifest.xml: the text ${id} is longer than 250 characters`),
    ...when(!/^\d{1,5}(\.\d{1,5}){3}$/.test(version), `manifest.xml has the version ${version}, not four numbers`),
    ...when(version !== `${json.version}.0`, `manifest.xml has the version ${version}, manifest.json ${json.version}`),
    ...when(xml.description.length > 250, 'manifest.xml: the description is longer than 250 characters'),
    ...when(xml.provider !== json.developer.name, 'the two manifests name different publishers'),
    ...when(new Set(pages).size !== 1, 'manifest.xml loads more than one page into its shared runtime'),
    ...when(json.name.short.length > 30, 'manifest.json: the short name is longer than 30 characters'),
    ...when(json.description.short.length > 80, 'manifest.json: the short description is longer than 80 characters'),
  ]
}
