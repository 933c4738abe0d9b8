import JSZip from 'jszip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { cellAt, clickCell, openPage, sheetNames, type } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  opened = await openPage(browser)
  page = opened.page
  page.on('dialog', (dialog) => void dialog.accept())
})
afterAll(async () => {
  const { strayRequests, failures } = opened
  await browser?.close()
  expect({ strayRequests, failures }).toEqual({ strayRequests: [], failures: [] })
})
beforeEach(async () => {
  await press('New')
  await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const notice = () => page.locator('#notice').innerText()
const question = () => page.locator('#question')
const isFree = () => page.locator('#cancel').isHidden()

async function choose(name: string, content: string | Uint8Array) {
  const chooser = page.waitForEvent('filechooser')
  await press('Open file…')
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(content) })
}

/** Drops a file that is made in the page, since so much would take long to get there. */
async function drop(name: string, start: string, line: string, times: number) {
  const files = await page.evaluateHandle(
    ([name, start, line, times]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([start, line.repeat(times)], name))
      return transfer
    },
    [name, start, line, times] as const,
  )
  await page.dispatchEvent('#grid', 'drop', { dataTransfer: files })
}

async function opens(name: string, content: string | Uint8Array) {
  await choose(name, content)
  await expect.poll(notice, { timeout: 60_000 }).toBe(`${name} is open`)
}

const shown = async (...cells: string[]) => Promise.all(cells.map(async (cell) => (await cellAt(page, cell)).shown))

const DATE_STYLES =
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellXfs>'

/** An .xlsx as libraries write it, with its texts in the cells. */
function xlsx(rows: string, workbookPr = '') {
  const zip = new JSZip()
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
  )
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}">${workbookPr}<sheets><sheet name="Survey" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  zip.file(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>${DATE_STYLES}</styleSheet>`,
  )
  zip.file('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

describe('an xlsx', () => {
  test('with texts in its cells opens with texts, numbers and formulas', async () => {
    const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = `<row>${inline('name')}${inline('score')}</row><row>${inline('007')}<c><v>10</v></c><c><f>NPS(B2:B3)</f></c></row><row>${inline('=1+1')}<c><v>9</v></c></row>`
    await opens('library.xlsx', await xlsx(rows))
    expect(await shown('A1', 'B1', 'A2', 'A3')).toEqual(['name', 'score', '007', '=1+1'])
    expect(await cellAt(page, 'B2')).toMatchObject({ value: 10 })
    expect(await cellAt(page, 'C2')).toMatchObject({ value: 100, isFormula: true })
  })

  test('whose days are counted from 1904 has the right dates', async () => {
    const rows = '<row><c s="1"><v>44620</v></c><c><v>44620</v></c></row>'
    await opens('mac.xlsx', await xlsx(rows, '<workbookPr date1904="1"/>'))
    expect((await cellAt(page, 'A1')).value).toBe(46082)
    expect((await cellAt(page, 'B1')).value).toBe(44620)
  })

  test('of 40,000 numbers opens, and one cell in the last corner is refused at once', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `<row><c><v>${i % 11}</v></c></row>`).join('')
    await opens('numbers.xlsx', await xlsx(rows))
    expect((await cellAt(page, 'A40000')).value).toBe(39_999 % 11)
    await choose('corner.xlsx', await xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    await expect.poll(notice).toMatch(/^corner\.xlsx cannot be opened: its sheet has 1,048,576 rows, 16,384 columns/)
    expect(await sheetNames(page)).toEqual(['Survey'])
  })
})

const ADS = 'Campaign report\nJanuary 2026\nCampaign,Clicks\nBrand,10\nOther,5\nTotal,15\n'

describe('rows besides the data', () => {
  test('are left out when a person says so', async () => {
    await choose('ads.csv', ADS)
    await question().waitFor()
    expect(await question().locator('p').innerText()).toBe(
      'ads.csv: 2 rows above the titles (“Campaign report”) and 1 row at the end (“Total 15”) look as if not part of the data.',
    )
    await press('Leave them out')
    await expect.poll(notice).toBe('ads.csv is open')
    expect(await shown('A1', 'B1', 'A3', 'A4')).toEqual(['Campaign', 'Clicks', 'Other', ''])
    expect(await question().isHidden()).toBe(true)
  })

  test.each(['Enter', 'Escape'])('are kept after %s, which is the safe answer', async (key) => {
    await choose('ads.csv', ADS)
    await question().waitFor()
    await page.keyboard.press(key)
    await expect.poll(notice).toBe('ads.csv is open')
    expect(await shown('A1', 'A3', 'A6')).toEqual(['Campaign report', 'Campaign', 'Total'])
  })

  test('can be left out with the keyboard', async () => {
    await choose('ads.csv', ADS)
    await question().waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(notice).toBe('ads.csv is open')
    expect(await shown('A1')).toEqual(['Campaign'])
  })
})

test('a quotation mark that is not closed is told, and the line can be closed', async () => {
  await opens('notes.csv', 'id,note\n1,"open\n2,fine\n')
  expect(await question().locator('p').innerText()).toBe(
    'notes.csv: Line 2 has a quotation mark that is not closed. It was read as it stands.',
  )
  expect(await shown('B2', 'B3')).toEqual(['"open', 'fine'])
  await press('Close')
  expect(await question().isHidden()).toBe(true)
})

describe('web pages and XML that are called .xls', () => {
  test('a page opens with its table', async () => {
    await opens(
      'export.xls',
      '<html><table><tr><td>menu</td></tr></table><table><tr><th colspan="2">Name</th><th>Score</th></tr><tr><td>Ann</td><td>Lee</td><td>10</td></tr><tr><td rowspan="2">Ben &amp; Jo</td><td>x<br>y</td><td>9</td></tr><tr><td>z</td><td>3</td></tr></table></html>',
    )
    expect(await shown('A1', 'C1', 'A2', 'A3', 'B3', 'B4', 'C4')).toEqual([
      'Name',
      'Score',
      'Ann',
      'Ben & Jo',
      'x\ny',
      'z',
      '3',
    ])
    expect(await question().locator('p').innerText()).toContain('another table, which is smaller and left out')
    await press('Close')
  })

  test('XML of Excel 2003 opens with all its sheets, numbers, dates and texts', async () => {
    const cell = (type: string, text: string) => `<Cell><Data ss:Type="${type}">${text}</Data></Cell>`
    await opens(
      'old.xls',
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="One"><Table><Row>${cell('String', 'day')}${cell('String', 'code')}</Row><Row ss:Index="3">${cell('DateTime', '2026-03-01T00:00:00.000')}${cell('String', '007')}<Cell ss:Index="4"><Data ss:Type="Number">1.234</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="Two"><Table><Row>${cell('Boolean', '1')}</Row></Table></Worksheet></Workbook>`,
    )
    expect(await sheetNames(page)).toEqual(['Sheet1', 'One', 'Two'])
    expect(await shown('A1', 'A3', 'B3', 'D3')).toEqual(['day', '2026-03-01', '007', '1.234'])
  })

  test('with cells over a thousand rows and columns open as far as they have words', async () => {
    const row = `<tr>${'<td colspan="900" rowspan="1000">a<br>b</td>'.repeat(2)}<td>end</td></tr>`
    await opens('wide.xls', `<html><table>${row}<tr><td>next</td></tr></table></html>`)
    expect(await shown('A1', 'AHQ1', 'BQG1', 'BQG2')).toEqual(['a\nb', 'a\nb', 'end', 'next'])
  })

  test('that name the last corner in every row are refused before room is made for it', async () => {
    const row = '<Row><Cell ss:Index="1048576"><Data ss:Type="Number">1</Data></Cell></Row>'
    await choose(
      'corners.xls',
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="One"><Table>${row.repeat(50_000)}</Table></Worksheet></Workbook>`,
    )
    await expect
      .poll(notice)
      .toMatch(/^corners\.xls cannot be opened: it has 1 row, 1,048,576 columns and 1 filled cell, and/)
  })

  test('without a table are refused', async () => {
    await choose('login.xls', '<!DOCTYPE html><html><p>Please sign in</p></html>')
    await expect
      .poll(notice)
      .toBe(
        'login.xls cannot be opened: it is a web page or XML without a table in it: save the data as .xlsx or .csv and open that',
      )
  })
})

test('an old workbook is refused by what it is, whatever its name', async () => {
  await choose('sales.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))
  await expect.poll(notice).toMatch(/an Excel workbook of the old kind \(\.xls\): save it as \.xlsx or \.csv/)
})

describe('a large csv', () => {
  test.each(['the button', 'Escape'])('shows its rows while it is opened, and is cancelled by %s', async (way) => {
    await page.evaluate(() => {
      const seen: string[] = []
      const notice = document.getElementById('notice')!
      new MutationObserver(() => seen.push(notice.textContent)).observe(notice, { childList: true })
      Object.assign(window, { seen })
    })
    await drop('large.csv', 'id,score,when,text\n', '1,9,2026-01-05,"a, b"\n', 2_300_000)
    await expect.poll(notice).toMatch(/^Opening large\.csv… [\d,]+ rows$/)
    if (way === 'Escape') await page.keyboard.press('Escape')
    else await press('Cancel')
    await expect.poll(notice).toBe('large.csv was not opened')
    expect(await isFree()).toBe(true)
    expect(await sheetNames(page)).toEqual(['Sheet1'])
  })

  test('beyond the limit is refused with what it has, and the work is as it was', async () => {
    await clickCell(page, 'A1')
    await type(page, '5')
    await page.keyboard.press('Enter')
    await drop('long.csv', 'score\n', '9\n', 250_000)
    await expect
      .poll(notice)
      .toMatch(
        /^long\.csv cannot be opened: it has 250,001 rows, 1 column and 250,001 filled cells, and the workbench takes up to 200,000 rows/,
      )
    expect(await shown('A1')).toEqual(['5'])
  })
})
