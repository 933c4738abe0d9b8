// Loaded before clasp: sends its calls of the Apps Script API to a server of the test. clasp itself is unchanged.
import { createRequire } from 'node:module'

const { google } = createRequire(import.meta.resolve('@google/clasp'))('googleapis')
const script = google.script.bind(google)
google.script = (options) => script({ ...options, rootUrl: process.env.SCRIPT_API })
