import { afterEach, expect } from 'vitest'
import { loadBook, openOffice, type Office } from '../excelHost/office.ts'
import { monthlyContract } from '../monthly.contract.ts'

const opened: Office[] = []

afterEach(() => {
  expect(opened.flatMap(({ missing }) => missing)).toEqual([])
  opened.length = 0
})

monthlyContract('Excel', async () => {
  const office = await openOffice()
  opened.push(office)
  const { workbook } = office
  return {
    book: await loadBook(office),
    put: async (sheet, cell, content) => void workbook.put(workbook.sheet(sheet)!, cell, content),
  }
})
