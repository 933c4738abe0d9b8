// The pictures that the shops ask for. Sizes of Microsoft: its certification policies; of Google:
// developers.google.com/workspace/marketplace/create-listing.

import type { Scene } from './scenes.ts'

export type Shop = 'microsoft' | 'google'

export interface ShopPicture {
  /** Its path in the package. */
  file: string
  shop: Shop
  kind: 'logo' | 'icon' | 'consent logo' | 'banner' | 'screenshot'
  width: number
  height: number
  /** What a screenshot shows, and what stands below it. */
  scene?: Scene
  caption?: string
}

const captions = {
  functions: 'A cohort triangle is one formula: the sidebar fills in its columns, and colours the table.',
  signals: 'A signal matrix: what is promised and delivered, who owns it, and a live number with its target.',
  scorecard: 'The scorecard: each number with its target, status and change, drawn from the plans.',
  explain: 'Explain says what a result is made of, and which cells were read.',
} satisfies Partial<Record<Scene, string>>

const shots: Record<Shop, { width: number; height: number }> = {
  microsoft: { width: 1366, height: 768 },
  google: { width: 1280, height: 800 },
}

export const shopPictures: readonly ShopPicture[] = [
  { file: 'pictures/microsoft/logo-300.png', shop: 'microsoft', kind: 'logo', width: 300, height: 300 },
  { file: 'pictures/google/icon-128.png', shop: 'google', kind: 'icon', width: 128, height: 128 },
  { file: 'pictures/google/icon-32.png', shop: 'google', kind: 'icon', width: 32, height: 32 },
  { file: 'pictures/google/consent-logo-120.png', shop: 'google', kind: 'consent logo', width: 120, height: 120 },
  { file: 'pictures/google/banner-220x140.png', shop: 'google', kind: 'banner', width: 220, height: 140 },
  ...(['microsoft', 'google'] as const).flatMap((shop) =>
    (Object.keys(captions) as (keyof typeof captions)[]).map((scene, i): ShopPicture => ({
      file: `pictures/${shop}/screenshot-${i + 1}-${scene}.png`,
      shop,
      kind: 'screenshot',
      ...shots[shop],
      scene,
      caption: captions[scene],
    })),
  ),
]

/** Microsoft's, for a screenshot; no shop shows a logo that is larger. */
const MOST_BYTES = 1024 * 1024

/** The pictures that a shop would not take, in sentences. */
export function pictureProblems(files: ReadonlyMap<string, Buffer>): string[] {
  return shopPictures.flatMap(({ file, width, height }) => {
    const png = files.get(file)
    if (!png) return [`${file} is missing`]
    if (png.length < 24 || png.toString('latin1', 1, 4) !== 'PNG') return [`${file} is no PNG`]
    const [wide, high] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    return [
      ...(wide === width && high === height
        ? []
        : [`${file} has ${wide} x ${high} pixels, and ${width} x ${height} are asked for`]),
      ...(png.length > MOST_BYTES
        ? [`${file} has ${Math.ceil(png.length / 1024)} KB, and at most 1,024 are taken`]
        : []),
    ]
  })
}
