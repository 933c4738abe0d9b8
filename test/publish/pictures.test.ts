import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { drawGuidePictures } from '../../publish/pictures/draw.ts'
import { guidePictures } from '../../publish/pictures/guidePictures.ts'

const files = guidePictures.map(({ file }) => file).sort()

describe('the pictures of README.md and the guides', () => {
  test('are those that are drawn, and no others', async () => {
    const guides = (await readdir('docs')).filter((file) => file.endsWith('.md')).map((file) => join('docs', file))
    const shown = await Promise.all(
      ['README.md', ...guides].map(async (file) => {
        const text = await readFile(file, 'utf8')
        return [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, to]) => join(file, '..', to!))
      }),
    )
    expect([...new Set(shown.flat())].sort()).toEqual(files)
    const there = (await readdir('docs')).filter((file) => file.endsWith('.png')).map((file) => join('docs', file))
    expect(there.sort()).toEqual(files)
  })

  test.each(guidePictures)('$file has $width x $height pixels', async ({ file, width, height }) => {
    const png = await readFile(file)
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height])
  })

  test('are the same, byte for byte, when they are drawn again, whatever was drawn before', async () => {
    const [explain] = guidePictures.filter(({ scene }) => scene === 'explain')
    // It makes values of the formula that the other explains.
    const [share] = guidePictures.filter(({ scene }) => scene === 'share')
    const [after, alone] = [await drawGuidePictures([share!, explain!]), await drawGuidePictures([explain!])]
    const [first, again] = [after, alone].map((drawn) => drawn.get(explain!.file)!)
    expect(first!.equals(again!)).toBe(true)
    expect(after.get(share!.file)!.equals(first!)).toBe(false)
  }, 120_000)
})
