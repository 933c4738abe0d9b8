import type { Shot } from './camera.ts'
import type { Scene } from './scenes.ts'

/** A picture that README.md or a guide shows. */
export interface GuidePicture extends Shot {
  /** Its path in the project. */
  file: string
}

const scenesOf: Readonly<Record<string, Scene>> = {
  workbench: 'functions',
  signals: 'signals',
  explain: 'explain',
  share: 'share',
  'plans-kpis': 'kpis',
  'plans-close': 'close',
  'plans-scorecard': 'scorecard',
  'plans-page': 'page',
  'plans-journey': 'journey',
  'plans-promises': 'promises',
  'plans-pilot': 'pilot',
  'plans-experiments': 'experiments',
  'plans-roadmap': 'roadmap',
  'plans-risks': 'risks',
}

const size = { width: 1440, height: 900 }
/** Its charts stand beside its tables. */
const sizeOfScorecard = { width: 1880, height: 985 }

export const guidePictures: readonly GuidePicture[] = Object.entries(scenesOf).map(([name, scene]) => ({
  file: `docs/${name}.png`,
  scene,
  ...(scene === 'scorecard' ? sizeOfScorecard : size),
}))
