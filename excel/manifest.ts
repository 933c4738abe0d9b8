import { languages } from '../core/languages/index.ts'
import type { Language } from '../core/languages/language.ts'
import { inLanguage, metadataFile, overrides, stringsFile } from './locales.ts'
import { escapeMarkup } from './markup.ts'
import { KEYTIP, OPEN, OPEN_KEYS } from './shortcuts.ts'

/** One build of the add-in: where its files are served, and whether its functions have a prefix ("" for none). */
export interface AddIn {
  /** From package.json: 1.2.3 */
  version: string
  /** "" where whoever built it did not say. */
  publisher: string
  /** An https address without a slash at the end; it may have a path. */
  origin: string
  namespace: string
}

/** What both manifests say, each in its own words. The ids never change: Excel knows an installed add-in by them. */
/** docs/decisions/0022: what is used without asking for it, all of which came with one version of Excel. */
export const requirements = [
  { name: 'SharedRuntime', minVersion: '1.1' },
  { name: 'CustomFunctionsRuntime', minVersion: '1.3' },
  { name: 'ExcelApi', minVersion: '1.12' },
]

const about = {
  xmlId: '5f0a9a52-7c1d-4f0e-9b0e-2f6f6c1c7a41',
  jsonId: 'c2b7e1d4-93a6-4c58-8d15-6a0b4e9f3d72',
  name: 'Cuesheet',
  tagline: 'Customer metrics and signal matrices as formulas.',
  description:
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.',
  button: 'Open the Cuesheet task pane: find a metric and write its formula.',
  welcome: 'Cuesheet is ready',
  welcomeText: 'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.',
  accent: '#0B6E4F',
  buttonIcons: [16, 32, 80],
}

/** What either manifest says in the language of whoever reads it. */
export const saidInLanguages: readonly string[] = [
  about.tagline,
  about.description,
  about.button,
  about.welcome,
  about.welcomeText,
]

function addresses(origin: string) {
  const file = (path: string) => `${origin}/${path}`
  return {
    page: file('taskpane.html'),
    script: file('functions.js'),
    metadata: file('functions.json'),
    metadataIn: (language: Language) => file(metadataFile(language)),
    shortcuts: file('shortcuts.json'),
    home: file('index.html'),
    support: file('support.html'),
    privacy: file('privacy.html'),
    terms: file('terms.html'),
    icon: (size: number) => file(`assets/icon-${size}.png`),
  }
}

/** The unified manifest (JSON), as an object. */
export function unifiedManifest({ version, publisher, origin, namespace }: AddIn): object {
  const urls = addresses(origin)
  const icons = about.buttonIcons.map((size) => ({ size, url: urls.icon(size) }))
  const button = {
    id: 'Cuesheet.Open',
    type: 'button',
    label: about.name,
    icons,
    supertip: { title: about.name, description: about.button },
    actionId: 'OpenPane',
    keytip: KEYTIP,
  }
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.26/MicrosoftTeams.schema.json',
    manifestVersion: '1.26',
    id: about.jsonId,
    version,
    name: { short: about.name, full: about.name },
    description: { short: about.tagline, full: about.description },
    developer: {
      name: publisher || about.name,
      websiteUrl: urls.home,
      privacyUrl: urls.privacy,
      termsOfUseUrl: urls.terms,
    },
    icons: { color: 'assets/color.png', outline: 'assets/outline.png' },
    accentColor: about.accent,
    localizationInfo: {
      defaultLanguageTag: 'en-us',
      additionalLanguages: languages.map((language) => ({
        languageTag: language.tag.toLowerCase(),
        file: stringsFile(language),
      })),
    },
    authorization: {
      permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
    },
    validDomains: [new URL(origin).host],
    extensions: [
      {
        requirements: { scopes: ['workbook'], capabilities: requirements },
        runtimes: [
          {
            id: 'SharedRuntime',
            type: 'general',
            lifetime: 'long',
            code: { page: urls.page, script: urls.script },
            actions: [
              { id: 'OpenPane', type: 'openPage' },
              { id: OPEN.id, type: 'executeFunction', displayName: OPEN.name },
            ],
            customFunctions: {
              metadataUrl: urls.metadata,
              ...(namespace && { namespace: { id: namespace, name: namespace } }),
            },
          },
        ],
        keyboardShortcuts: [
          {
            requirements: { capabilities: requirements.filter(({ name }) => name === 'SharedRuntime') },
            shortcuts: [{ key: OPEN_KEYS, actionId: OPEN.id }],
            // For versions of Excel that get their add-ins by the other manifest.
            keyMappingFiles: { shortcutsUrl: urls.shortcuts },
          },
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: 'TabHome',
                groups: [{ id: 'Cuesheet.Group', label: about.name, icons, controls: [button] }],
              },
            ],
          },
        ],
      },
    ],
  }
}

/** What the unified manifest says in a language: a path of it, and what stands there. */
export function unifiedStrings({ origin }: AddIn, language: Language): object {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
    'name.short': about.name,
    'name.full': about.name,
    'description.short': inLanguage(about.tagline, language),
    'description.full': inLanguage(about.description, language),
    'extensions[0].runtimes[0].customFunctions.metadataUrl': addresses(origin).metadataIn(language),
    'extensions[0].ribbons[0].tabs[0].groups[0].controls[0].supertip.description': inLanguage(about.button, language),
  }
}

/** The add-in only manifest (XML). Its elements have a fixed order. */
export function addInOnlyManifest({ version, publisher, origin, namespace }: AddIn): string {
  const urls = addresses(origin)
  const sets = requirements.map(({ name, minVersion }) => `<Set Name="${name}" MinVersion="${minVersion}"/>`)
  const icon = `<Icon>
                  ${about.buttonIcons.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('')}
                </Icon>`
  // In a shared runtime Runtime, Page, FunctionFile and ShowTaskpane name the same resource, or nothing loads.
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${about.xmlId}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${escapeMarkup(publisher || about.name)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName ${value(about.name)}/>
  <Description ${value(about.description)}>${said(about.description, 'Override')}</Description>
  <IconUrl ${value(urls.icon(32))}/>
  <HighResolutionIconUrl ${value(urls.icon(64))}/>
  <SupportUrl ${value(urls.support)}/>
  <AppDomains><AppDomain>${new URL(origin).origin}</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets DefaultMinVersion="1.1">${sets.join('')}</Sets></Requirements>
  <DefaultSettings><SourceLocation ${value(urls.page)}/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes><Runtime resid="Pane.Url" lifetime="long"/></Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script><SourceLocation resid="Functions.Script.Url"/></Script>
            <Page><SourceLocation resid="Pane.Url"/></Page>
            <Metadata><SourceLocation resid="Functions.Metadata.Url"/></Metadata>${
              namespace && '\n            <Namespace resid="Functions.Namespace"/>'
            }
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="Welcome.Title"/>
            <Description resid="Welcome.Text"/>
            <LearnMoreUrl resid="Home.Url"/>
          </GetStarted>
          <FunctionFile resid="Pane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Cuesheet.Group">
                <Label resid="Button.Label"/>
                ${icon}
                <Control xsi:type="Button" id="Cuesheet.Open">
                  <Label resid="Button.Label"/>
                  <Supertip><Title resid="Button.Label"/><Description resid="Button.Text"/></Supertip>
                  ${icon}
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane.Url"/></Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        ${about.buttonIcons.map((size) => `<bt:Image id="Icon.${size}" ${value(urls.icon(size))}/>`).join('')}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Pane.Url" ${value(urls.page)}/>
        <bt:Url id="Functions.Script.Url" ${value(urls.script)}/>
        <bt:Url id="Functions.Metadata.Url" ${value(urls.metadata)}>
          ${overrides('bt:Override', urls.metadataIn)}
        </bt:Url>
        <bt:Url id="Home.Url" ${value(urls.home)}/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Welcome.Title" ${value(about.welcome)}>${said(about.welcome)}</bt:String>
        <bt:String id="Button.Label" ${value(about.name)}/>${
          namespace && `\n        <bt:String id="Functions.Namespace" ${value(namespace)}/>`
        }
      </bt:ShortStrings>
      <bt:LongStrings>
        <bt:String id="Welcome.Text" ${value(about.welcomeText)}>${said(about.welcomeText)}</bt:String>
        <bt:String id="Button.Text" ${value(about.button)}>${said(about.button)}</bt:String>
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
  <ExtendedOverrides Url="${escapeMarkup(urls.shortcuts)}"/>
</OfficeApp>
`
}

/** The same text in each locale that reads another language. */
function said(text: string, element = 'bt:Override'): string {
  return overrides(element, (language) => inLanguage(text, language))
}

function value(text: string): string {
  return `DefaultValue="${escapeMarkup(text)}"`
}
