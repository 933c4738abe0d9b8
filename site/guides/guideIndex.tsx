import { linkFrom, type SitePage } from '../page.ts'
import { guidePath, type Guide } from './guide.ts'

const path = 'guides/index.html'

export function guideIndex(guides: readonly Guide[]): SitePage {
  return {
    path,
    title: 'Guides',
    description: 'How to work with Cuesheet: the signal matrix, plans, large tables, Google Sheets and Excel.',
    part: 'Guides',
    body: (
      <>
        <h1>Guides</h1>
        <ul class="entries">
          {guides.map(({ name, title, description }) => (
            <li key={name}>
              <a href={linkFrom(path, guidePath(name))}>{title}</a> {description}
            </li>
          ))}
        </ul>
      </>
    ),
  }
}
