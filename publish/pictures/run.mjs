// npm run pictures: draws the pictures of README.md and the guides anew, from the workbench as it was built last.
import { writeFile } from 'node:fs/promises'
import { bundleForNode, root } from '../../bundle.mjs'

process.chdir(root)
const outfile = `${root}dist/publish/draw.mjs`
await bundleForNode('publish/pictures/draw.ts', outfile)
const { drawGuidePictures } = await import(outfile)
for (const [file, png] of await drawGuidePictures()) {
  await writeFile(file, png)
  console.log(`${file} (${Math.ceil(png.length / 1024)} KB)`)
}
