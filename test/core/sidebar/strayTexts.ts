import ts from 'typescript'

export function parsed(path: string, source: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true, kind)
}

/**
 * What people read in the source of a part of the sidebar though it stands in no table of texts: whatever an element shows,
 * an attribute that is no token, and elsewhere what is written as a sentence is. `isName` tells of what is called by its
 * name alone, such as the column of a plan.
 */
export function strayTexts(file: ts.SourceFile, isName: (text: string) => boolean): string[] {
  const found: string[] = []
  visit(file, (node) => {
    if (ts.isJsxText(node)) {
      if (LETTER.test(node.text)) found.push(node.text.trim())
      return
    }
    const text = textOf(node)
    if (text === undefined || !LETTER.test(text)) return
    const place = placeOf(node)
    if (place === 'shown' || (place === 'attribute' && isProse(text))) found.push(text)
    if (place === 'elsewhere' && !isName(text) && isSentence(text)) found.push(text)
  })
  return found
}

/** Where a file reads the table before it is known which one is spoken: outside of any function. */
export function earlyReads(file: ts.SourceFile): string[] {
  const found: string[] = []
  visit(file, (node) => {
    if (!ts.isIdentifier(node) || node.text !== 'texts' || ts.isImportSpecifier(node.parent)) return
    if (!ts.findAncestor(node, ts.isFunctionLike)) found.push(node.parent.getText())
  })
  return found
}

const LETTER = /\p{L}/u
const WORDS_SIDE_BY_SIDE = /[\p{L}’”}] [\p{L}“{]/u

/** A text in an attribute: a token is one word in small letters. */
function isProse(text: string): boolean {
  return /^\p{Lu}/u.test(text) || WORDS_SIDE_BY_SIDE.test(text) || text.includes('…')
}

/** Words in small letters without any sign may be the name of a way or a kind; a value in them makes them a text. */
function isSentence(text: string): boolean {
  if (/\p{L}…/u.test(text) || /^\p{Lu}\p{Ll}/u.test(text)) return true
  return WORDS_SIDE_BY_SIDE.test(text) && /[“”’.,:?{]/.test(text)
}

/** The text of a literal. A value in it counts as a word. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  return parts.join('{}')
}

type Place = 'shown' | 'attribute' | 'elsewhere' | 'unread'

function placeOf(node: ts.Node): Place {
  let within = node
  // What is shown if …, what is shown or else, and what is put together.
  while (isPartOfValue(within)) within = within.parent
  const { parent } = within
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? placeInAttribute(parent.parent) : 'shown'
  if (ts.isJsxAttribute(parent)) return placeInAttribute(parent)
  return isUnread(within) ? 'unread' : 'elsewhere'
}

function placeInAttribute({ name }: ts.JsxAttribute): Place {
  // The classes of an element stand side by side as words do.
  return name.getText() === 'class' ? 'unread' : 'attribute'
}

function isPartOfValue(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent)) return true
  if (ts.isConditionalExpression(parent)) return parent.condition !== node
  if (!ts.isBinaryExpression(parent)) return false
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, PlusToken } = ts.SyntaxKind
  const kinds: readonly ts.SyntaxKind[] = [AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, PlusToken]
  return kinds.includes(parent.operatorToken.kind)
}

/** What is compared, what names a module, a type or a property. */
function isUnread(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken
  if (ts.isPropertyAssignment(parent)) return parent.name === node
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isElementAccessExpression(parent)
  )
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}
