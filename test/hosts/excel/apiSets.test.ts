import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { built, openRuntime } from '../excelHost/runtime.ts'

/** A member of Microsoft's object model that our code names, with the set that it came with, and where. */
interface Member {
  name: string
  minor: number
  files: string[]
}

let members: Member[]
beforeAll(() => {
  members = membersUsed()
})

const manifest = JSON.parse(readFileSync(built('manifest.json'), 'utf8')) as {
  extensions: [{ requirements: { capabilities: { name: string; minVersion: string }[] } }]
}
const declared = (set: string) =>
  Number(manifest.extensions[0].requirements.capabilities.find(({ name }) => name === set)!.minVersion.split('.')[1])

test('what our code uses of Excel is in the set that the manifests ask for, but for what it asks Excel about first', () => {
  expect(members.length).toBeGreaterThan(100)
  const newer = members.filter(({ minor }) => minor > declared('ExcelApi'))
  expect(newer.map(({ name, files }) => `${name} in ${files.join(', ')}`).sort()).toEqual([
    // notes.ts asks whether there are notes, and takes comments where there are none.
    'Note.content in excel/sheet/notes.ts',
    'Note.delete in excel/sheet/notes.ts',
    'Note.getLocation in excel/sheet/notes.ts',
    'NoteCollection in excel/sheet/notes.ts',
    'NoteCollection.add in excel/sheet/notes.ts',
    'Worksheet.notes in excel/sheet/notes.ts',
    // watch.ts does without what an event does not tell.
    'WorksheetChangedEventArgs.triggerSource in excel/sheet/watch.ts',
  ])
})

test('no set is asked for that nothing needs', () => {
  expect(Math.max(...members.map(({ minor }) => minor).filter((minor) => minor <= declared('ExcelApi')))).toBe(
    declared('ExcelApi'),
  )
})

test('the functions compute, and tell their errors, in a runtime that has no more than what is asked for', async () => {
  const runtime = openRuntime({ runtimeVersion: Number(`1.${declared('CustomFunctionsRuntime')}`) })
  expect(await runtime.invoke('NPS', [[[10], [9], [8], [6]], null])).toEqual({ ok: true, value: 25 })
  expect(await runtime.invoke('NPS', [[[11]], null])).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^NPS: /),
  })
  expect(await runtime.invoke('LTV', [50, 0.8, 0, null, null, null])).toMatchObject({ ok: false })
})

/** Every member of Excel's object model that stands in excel/, by what its type definitions say of it. */
function membersUsed(): Member[] {
  const names = readdirSync('excel', { recursive: true }).map((file) => `excel/${String(file)}`)
  const program = ts.createProgram(
    names.filter((name) => name.endsWith('.ts')),
    {
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      strict: true,
      lib: ['lib.es2019.d.ts', 'lib.dom.d.ts'],
      types: ['office-js', 'custom-functions-runtime'],
    },
  )
  const checker = program.getTypeChecker()
  const found = new Map<string, Member>()
  const visit = (node: ts.Node, file: string): void => {
    if (ts.isIdentifier(node)) {
      for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
        const minor = setOf(declaration)
        if (minor === undefined) continue
        const { parent } = declaration
        const owner = ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) ? `${parent.name!.text}.` : ''
        const name = owner + node.text
        const member = found.get(name) ?? { name, minor, files: [] }
        found.set(name, member)
        if (!member.files.includes(file)) member.files.push(file)
      }
    }
    ts.forEachChild(node, (child) => visit(child, file))
  }
  for (const source of program.getSourceFiles()) {
    const file = relative(process.cwd(), source.fileName)
    if (file.startsWith('excel/')) visit(source, file)
  }
  return [...found.values()]
}

/** 12 for what came with ExcelApi 1.12. */
function setOf(declaration: ts.Declaration): number | undefined {
  if (!declaration.getSourceFile().fileName.includes('office-js')) return undefined
  const told = ts.getJSDocCommentsAndTags(declaration).map((one) => one.getText())
  const set = /\[?Api set: ExcelApi 1\.(\d+)/i.exec(told.join(' '))
  return set ? Number(set[1]) : undefined
}
