// npm run package -- --origin https://example.com/cuesheet --version 1.0.0 --publisher "…" --contact mail@example.com
// Everything that both shops ask for, in dist/package; docs/publishing.md says what to do with it.
import { build } from '../build.mjs'
import { bundleForNode, root } from '../bundle.mjs'
import { releaseOf } from '../release.mjs'

process.chdir(root)
const { askedProblems, readAsked } = await bundled('asked')
const { asked: values, problems } = readAsked(process.argv.slice(2))
refuseIf([...problems, ...askedProblems(values)])
await build(values)
const { packageProblems, writePackage } = await bundled('package')
const { drawShopPictures } = await bundled('pictures/draw')
const ready = {
  dist: `${root}dist/`,
  release: await releaseOf(values),
  namespace: values.namespace ?? '',
  pictures: await drawShopPictures(),
}
refuseIf(await packageProblems(ready))
for (const file of await writePackage(ready, `${root}dist/package/`)) console.log(`dist/package/${file}`)

async function bundled(name) {
  const outfile = `${root}dist/publish/${name.split('/').at(-1)}.mjs`
  await bundleForNode(`publish/${name}.ts`, outfile)
  return import(outfile)
}

function refuseIf(problems) {
  if (problems.length === 0) return
  console.error(['This cannot be packaged:', ...problems.map((problem) => `- ${problem}`)].join('\n'))
  process.exit(1)
}
