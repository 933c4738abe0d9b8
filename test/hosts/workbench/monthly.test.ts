import { monthlyContract } from '../monthly.contract.ts'
import { openBook } from './openBook.ts'

monthlyContract('the workbench', async () => {
  const { book, put } = openBook()
  return { book, put: async (...typed) => put(...typed) }
})
