// Cuesheet’s own core as an implementation: node conformance/run.mjs conformance/cuesheet.mjs
import { load } from '../bundle.mjs'

export const { compute } = await load('conformance/cuesheet.ts')
