import { openSheetsBook } from '../appsScript/sheets.ts'
import { monthlyContract } from '../monthly.contract.ts'

monthlyContract('Google Sheets', () => openSheetsBook('keeps'))
monthlyContract('Google Sheets, if plain text reads what is typed', () => openSheetsBook('reads'))
